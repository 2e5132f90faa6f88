/**
 * What the Open Referral UK 3.0 profile asks of each kind of record, in our own words and as small JSON
 * schemas: the members it names, their types, and which must be there. The official schemas are not ours to
 * keep here; open_referral.test.mjs reads them too where they are.
 */
const kinds = {
  service: `id! name! description url:uri email:email status!=active|inactive|defunct|temporarily_closed fees
    accreditations minimum_age:number maximum_age:number assured_date assurer_email:email alert last_modified:moment
    organization_id:id schedules[] service_areas[] service_at_locations[] languages[] organization{} funding[]
    cost_options[] contacts[] attributes[]`,
  organization: `id! name! description! email:email website:uri logo uri:uri parent_organization_id:id
    organization_identifiers[] attributes[]`,
  organization_identifier: 'id! organization_id:id identifier_scheme identifier_type! identifier! attributes[]',
  service_at_location: 'id! service_id:id location_id:id location{}',
  location: `id! location_type!=physical|postal|virtual name description latitude:number longitude:number
    external_identifier external_identifier_type addresses[] accessibility[] attributes[]`,
  address: `id! location_id:id attention address_1! city! region state_province! postal_code! country!
    address_type!=physical|postal|virtual attributes[]`,
  accessibility: 'id! location_id:id description details url:uri accessibility attributes[]',
  contact: 'id! service_id:id name title attributes[]',
  phone: 'id! contact_id:id number! description languages[]',
  language: 'id! service_id:id phone_id:id',
  schedule: `id! service_id:id service_at_location_id:id valid_from valid_to dtstart freq=WEEKLY|MONTHLY
    interval:number byday bymonthday description opens_at closes_at schedule_link:uri attending_type notes`,
  cost_option: 'id! service_id:id valid_from valid_to option amount:number amount_description',
  funding: 'id! service_id:id source',
  service_area: 'id! service_id:id name extent extent_type uri service_area',
  attribute: 'id! link_id:id taxonomy_term_id:id link_type taxonomy_term{}',
  taxonomy: 'id! name! description! uri:uri version taxonomy_terms[]',
  taxonomy_term: 'id! name! description! parent_id:id taxonomy taxonomy_id:id term_uri:uri term',
};
const singular = {
  schedules: 'schedule', service_areas: 'service_area', service_at_locations: 'service_at_location',
  languages: 'language', funding: 'funding', cost_options: 'cost_option', contacts: 'contact', phones: 'phone',
  attributes: 'attribute', organization_identifiers: 'organization_identifier', addresses: 'address',
  accessibility: 'accessibility', taxonomy_terms: 'taxonomy_term',
};
const types = {
  id: { type: 'string', format: 'uuid' }, uri: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' }, moment: { type: 'string', format: 'date-time' },
  number: { type: 'number' },
};

function memberOf(word) {
  const [, name, needed, mark, rest] = /^(\w+)(!?)(\[\]|\{\}|[:=])?(.*)$/.exec(word);
  const required = needed === '!';
  if (mark === '[]') return { name, required, schema: { type: 'array', items: { $ref: `${singular[name]}.json` } } };
  if (mark === '{}') return { name, required, schema: { $ref: `${name}.json` } };
  if (mark === '=') return { name, required, schema: { type: 'string', enum: rest.replaceAll('_', ' ').split('|') } };
  return { name, required, schema: mark ? types[rest] : name === 'id' ? types.id : { type: 'string' } };
}

function schemaOf(words) {
  const members = words.trim().split(/\s+/).map(memberOf);
  return {
    type: 'object',
    required: members.filter((it) => it.required).map((it) => it.name),
    properties: Object.fromEntries(members.map((it) => [it.name, it.schema])),
  };
}

/** By file name, as the official ones are. */
export const profile = Object.fromEntries(Object.entries(kinds).map(([name, words]) => [`${name}.json`, schemaOf(words)]));
