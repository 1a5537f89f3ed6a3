import { checkRule } from '../../../testing/check-rule.ts';
import { harOf, type Step } from '../../../testing/har-of.ts';
import { api, page } from '../../../testing/names.ts';
import { contentTypeMismatch } from './rule.ts';

const answer = (response: Readonly<Record<string, string>>, more: Partial<Step> = {}): Step => ({
  url: `${api}/numbers`,
  body: { numbers: [] },
  response,
  ...more,
});

checkRule(contentTypeMismatch, import.meta.url, {
  'finds.json-called-html': harOf([page, answer({}, { mimeType: 'text/html' })]),
  'finds.page-called-json': harOf([page, answer({}, { body: '<!doctype html><title>Sign in</title>' })]),
  'finds.json-called-xml': harOf([page, answer({}, { mimeType: 'application/xml' })]),
  'finds.xml-called-json': harOf([page, answer({}, { body: '<?xml version="1.0"?><numbers/>' })]),
  'finds.refusal-in-json-called-html': harOf([
    page,
    answer({}, { status: 409, mimeType: 'text/html', body: { message: 'Taken' } }),
  ]),
  'quiet.page-of-xml-called-html': harOf([
    page,
    answer({}, { mimeType: 'text/html', body: '<?xml version="1.0"?><!DOCTYPE html><html></html>' }),
  ]),
  'finds.document-called-text': harOf([page, answer({}, { mimeType: 'text/plain', body: '%PDF-1.7 …' })]),
  'quiet.json-called-json': harOf([page, answer({})]),
  'quiet.json-called-text': harOf([page, answer({}, { mimeType: 'text/plain' })]),
  'quiet.json-of-a-kind': harOf([page, answer({}, { mimeType: 'application/problem+json' })]),
  'quiet.page-called-html': harOf([
    page,
    answer({}, { mimeType: 'text/html', body: '<!doctype html><title>Users</title>' }),
  ]),
  'quiet.script-that-begins-like-json': harOf([
    page,
    answer({}, { mimeType: 'text/javascript', body: '[1, 2].forEach(show)' }),
  ]),
});
