/** What SARIF 2.1.0 demands of the properties that we write; the specification's sections are beside them. */
export const sarifEssentials = {
  type: 'object',
  required: ['version', 'runs'], // §3.13
  properties: {
    version: { const: '2.1.0' },
    $schema: { type: 'string', format: 'uri' },
    runs: { type: 'array', minItems: 1, items: { $ref: '#/$defs/run' } },
  },
  $defs: {
    message: { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } }, // §3.11
    level: { enum: ['none', 'note', 'warning', 'error'] }, // §3.27.10
    run: {
      type: 'object',
      required: ['tool', 'results'], // §3.14
      properties: {
        tool: {
          type: 'object',
          required: ['driver'], // §3.18
          properties: {
            driver: {
              type: 'object',
              required: ['name'], // §3.19
              properties: {
                rules: {
                  type: 'array',
                  uniqueItems: true,
                  items: {
                    type: 'object',
                    required: ['id'], // §3.49
                    properties: {
                      defaultConfiguration: { properties: { level: { $ref: '#/$defs/level' } } },
                    },
                  },
                },
              },
            },
          },
        },
        invocations: { type: 'array', items: { type: 'object', required: ['executionSuccessful'] } }, // §3.20
        results: { type: 'array', items: { $ref: '#/$defs/result' } },
      },
    },
    result: {
      type: 'object',
      required: ['message', 'ruleId'], // §3.27
      properties: {
        message: { $ref: '#/$defs/message' },
        level: { $ref: '#/$defs/level' },
        ruleIndex: { type: 'integer', minimum: 0 },
        rank: { type: 'number', minimum: 0, maximum: 100 }, // §3.27.25
        partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
        locations: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            properties: {
              physicalLocation: {
                type: 'object',
                required: ['artifactLocation'], // §3.29
                properties: {
                  artifactLocation: { properties: { uri: { type: 'string', format: 'uri-reference' } } },
                  region: {
                    required: ['byteOffset'],
                    properties: { byteOffset: { type: 'integer' }, byteLength: { type: 'integer' } },
                  },
                },
              },
              logicalLocations: {
                type: 'array',
                items: { properties: { fullyQualifiedName: { type: 'string' }, kind: { type: 'string' } } },
              },
            },
          },
        },
      },
    },
  },
} as const;
