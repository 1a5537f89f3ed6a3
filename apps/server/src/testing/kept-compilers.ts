import type { SchemaCompilers } from '../build-server.ts';

/**
 * The compilers of a server that was built, which remember what they have compiled: four fifths of the time that building a
 * server takes go there, and the schemas of its routes are the same in every test. What is compiled depends on the schema alone.
 */
export function keptCompilers({ validatorCompiler, serializerCompiler }: SchemaCompilers): SchemaCompilers {
  return {
    validatorCompiler: validatorCompiler && oncePerSchema(validatorCompiler),
    serializerCompiler: serializerCompiler && oncePerSchema(serializerCompiler),
  };
}

function oncePerSchema<Given extends { readonly schema: unknown }, Made>(
  compile: (given: Given) => Made,
): (given: Given) => Made {
  const made = new Map<string, Made>();
  return (given) => {
    const key = JSON.stringify(given.schema);
    const kept = made.get(key) ?? compile(given);
    made.set(key, kept);
    return kept;
  };
}
