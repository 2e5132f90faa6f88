/**
 * As much of JSON Schema as the Open Referral UK schemas use: type, required, enum, format, properties, items,
 * $ref by file name. `complaints` gives every fault with its path. Used by open_referral.test.mjs.
 */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const email = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;
const uriCharacters = /^[a-z][a-z0-9+.-]*:([a-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})+$/i;
const moment = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const formats = {
  uuid: (text) => uuid.test(text),
  email: (text) => email.test(text),
  uri: (text) => uriCharacters.test(text) && URL.canParse(text),
  'date-time': (text) => moment.test(text) && !Number.isNaN(Date.parse(text)),
};

const typeOf = (value) => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
const fits = (value, type) => typeOf(value) === type || (type === 'integer' && Number.isInteger(value));

function membersOf(schema, value, path, schemas) {
  const faults = (schema.required ?? []).filter((name) => !(name in value)).map((name) => `${path}.${name} is missing`);
  for (const [name, member] of Object.entries(value)) {
    const expected = schema.properties?.[name];
    if (expected) faults.push(...complaints(expected, member, `${path}.${name}`, schemas));
  }
  return faults;
}

/** `schemas`: by file name, what a $ref may name. */
export function complaints(schema, value, path, schemas) {
  if (schema.$ref) return complaints(schemas[schema.$ref], value, path, schemas);
  if (schema.type && !fits(value, schema.type)) return [`${path} is ${typeOf(value)}, not ${schema.type}`];
  const faults = [];
  if (schema.enum && !schema.enum.includes(value)) faults.push(`${path} is ${value}, not one of ${schema.enum}`);
  if (schema.format && !(formats[schema.format] ?? (() => false))(value)) faults.push(`${path} is no ${schema.format}: ${value}`);
  if (typeOf(value) === 'object') faults.push(...membersOf(schema, value, path, schemas));
  if (Array.isArray(value) && schema.items) {
    value.forEach((item, at) => faults.push(...complaints(schema.items, item, `${path}[${at}]`, schemas)));
  }
  return faults;
}

/** What is empty though it need not be there. */
export function emptyMembers(schema, value, path, schemas) {
  if (schema?.$ref) return emptyMembers(schemas[schema.$ref], value, path, schemas);
  if (Array.isArray(value)) return value.flatMap((item, at) => emptyMembers(schema?.items, item, `${path}[${at}]`, schemas));
  if (typeOf(value) !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) => {
    const isEmpty = member === null || member === '' || (typeof member === 'object' && Object.keys(member).length === 0);
    if (isEmpty && !(schema?.required ?? []).includes(name)) return [`${path}.${name}`];
    return emptyMembers(schema?.properties?.[name], member, `${path}.${name}`, schemas);
  });
}
