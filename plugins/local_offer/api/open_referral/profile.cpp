#include "plugins/local_offer/api/open_referral/profile.hpp"

namespace alongside::local_offer {
namespace {

using enum MemberType;
using Kind = RecordKind;

constexpr std::string_view place_types = "physical|postal|virtual";

constexpr ProfileMember needed(std::string_view name, std::string_view filler = {}) {
  return {name, Words, Kind::Service, {}, true, filler};
}
constexpr ProfileMember list_of(std::string_view name, Kind kind) { return {name, List, kind}; }

constexpr ProfileMember own_id{"id", OwnId, Kind::Service, {}, true};
constexpr ProfileMember attributes = list_of("attributes", Kind::Attribute);

// eligibility_description, application_process and fees_description are HSDS 3.0's own; the profile
// allows them beside its members, as it allows everything that it does not name.
constexpr ProfileMember service_members[] = {
    own_id,
    {"organization_id", Id},
    needed("name"),
    {"description", Rich},
    {"url", Web},
    {"email", Email},
    {"status", Choice, Kind::Service, "active|inactive|defunct|temporarily closed", true, "active"},
    {"fees", Rich},
    {"fees_description", Rich},
    {"eligibility_description", Rich},
    {"application_process", Rich},
    {"accreditations", Words},
    {"minimum_age", Number},
    {"maximum_age", Number},
    {"assured_date", Day},
    {"assurer_email", Email},
    {"alert", Words},
    {"last_modified", Moment},
    list_of("schedules", Kind::Schedule),
    list_of("service_areas", Kind::ServiceArea),
    list_of("service_at_locations", Kind::ServiceAtLocation),
    list_of("languages", Kind::Language),
    {"organization", Object, Kind::Organization},
    list_of("funding", Kind::Funding),
    list_of("cost_options", Kind::CostOption),
    list_of("contacts", Kind::Contact),
    list_of("phones", Kind::Phone),
    attributes};

constexpr ProfileMember organization_members[] = {own_id,
                                                  needed("name"),
                                                  needed("description"),
                                                  {"email", Email},
                                                  {"website", Web},
                                                  {"logo", Web},
                                                  {"uri", Uri},
                                                  {"parent_organization_id", Id},
                                                  attributes,
                                                  list_of("organization_identifiers", Kind::OrganizationIdentifier)};

constexpr ProfileMember identifier_members[] = {
    own_id,    {"organization_id", Id}, {"identifier_scheme", Words}, needed("identifier_type"), needed("identifier"),
    attributes};

constexpr ProfileMember at_location_members[] = {own_id,
                                                 {"service_id", Id},
                                                 {"location_id", Id},
                                                 {"description", Words},
                                                 list_of("schedules", Kind::Schedule),
                                                 list_of("contacts", Kind::Contact),
                                                 list_of("phones", Kind::Phone),
                                                 {"location", Object, Kind::Location},
                                                 attributes};

constexpr ProfileMember location_members[] = {own_id,
                                              {"location_type", Choice, Kind::Location, place_types, true, "physical"},
                                              {"name", Words},
                                              {"description", Words},
                                              {"latitude", Number},
                                              {"longitude", Number},
                                              {"external_identifier", Words},
                                              {"external_identifier_type", Words},
                                              list_of("addresses", Kind::Address),
                                              list_of("accessibility", Kind::Accessibility),
                                              list_of("contacts", Kind::Contact),
                                              list_of("phones", Kind::Phone),
                                              attributes};

constexpr ProfileMember address_members[] = {own_id,
                                             {"location_id", Id},
                                             {"attention", Words},
                                             needed("address_1"),
                                             {"address_2", Words},
                                             needed("city"),
                                             {"region", Words},
                                             needed("state_province"),
                                             needed("postal_code"),
                                             needed("country", "GB"),
                                             {"address_type", Choice, Kind::Address, place_types, true, "physical"},
                                             attributes};

constexpr ProfileMember accessibility_members[] = {
    own_id,       {"location_id", Id}, {"description", Words}, {"details", Words}, {"accessibility", Words},
    {"url", Web}, attributes};

constexpr ProfileMember contact_members[] = {own_id,
                                             {"service_id", Id},
                                             {"name", Words},
                                             {"title", Words},
                                             {"department", Words},
                                             {"email", Email},
                                             list_of("phones", Kind::Phone),
                                             attributes};

constexpr ProfileMember phone_members[] = {
    own_id,          {"contact_id", Id},     needed("number"),
    {"type", Words}, {"description", Words}, list_of("languages", Kind::Language),
    attributes};

constexpr ProfileMember language_members[] = {own_id,          {"service_id", Id}, {"phone_id", Id}, {"name", Words},
                                              {"code", Words}, {"note", Words},    attributes};

constexpr ProfileMember schedule_members[] = {own_id,
                                              {"service_id", Id},
                                              {"service_at_location_id", Id},
                                              {"valid_from", Day},
                                              {"valid_to", Day},
                                              {"dtstart", Day},
                                              {"freq", Choice, Kind::Schedule, "WEEKLY|MONTHLY"},
                                              {"interval", Number},
                                              {"byday", Words},
                                              {"bymonthday", Words},
                                              {"description", Words},
                                              {"opens_at", Words},
                                              {"closes_at", Words},
                                              {"schedule_link", Web},
                                              {"attending_type", Words},
                                              {"notes", Words}};

constexpr ProfileMember cost_members[] = {own_id,
                                          {"service_id", Id},
                                          {"valid_from", Day},
                                          {"valid_to", Day},
                                          {"option", Words},
                                          {"amount", Number},
                                          {"currency", Words},
                                          {"amount_description", Words},
                                          attributes};

constexpr ProfileMember funding_members[] = {own_id, {"service_id", Id}, {"source", Words}};

constexpr ProfileMember area_members[] = {
    own_id,       {"service_id", Id},     {"name", Words}, {"extent", Words}, {"extent_type", Words},
    {"uri", Uri}, {"service_area", Words}};

constexpr ProfileMember attribute_members[] = {own_id,
                                               {"link_id", Id},
                                               {"taxonomy_term_id", Id},
                                               {"link_type", Words},
                                               {"taxonomy_term", Object, Kind::TaxonomyTerm}};

constexpr ProfileMember term_members[] = {own_id,
                                          needed("name"),
                                          needed("description"),
                                          {"parent_id", Id},
                                          {"taxonomy", Words},
                                          {"taxonomy_id", Id},
                                          {"term_uri", Uri},
                                          {"term", Words}};

}  // namespace

std::span<const ProfileMember> members_of(RecordKind kind) {
  switch (kind) {
    case Kind::Service: return service_members;
    case Kind::Organization: return organization_members;
    case Kind::OrganizationIdentifier: return identifier_members;
    case Kind::ServiceAtLocation: return at_location_members;
    case Kind::Location: return location_members;
    case Kind::Address: return address_members;
    case Kind::Accessibility: return accessibility_members;
    case Kind::Contact: return contact_members;
    case Kind::Phone: return phone_members;
    case Kind::Language: return language_members;
    case Kind::Schedule: return schedule_members;
    case Kind::CostOption: return cost_members;
    case Kind::Funding: return funding_members;
    case Kind::ServiceArea: return area_members;
    case Kind::Attribute: return attribute_members;
    case Kind::TaxonomyTerm: return term_members;
  }
  return {};
}

const ProfileMember* find_member(RecordKind kind, std::string_view name) {
  for (const ProfileMember& member : members_of(kind)) {
    if (member.name == name) return &member;
  }
  return nullptr;
}

bool has_choice(std::string_view choices, std::string_view word) {
  while (!choices.empty()) {
    const std::string_view choice = choices.substr(0, choices.find('|'));
    if (choice == word) return true;
    choices.remove_prefix(choice.size() == choices.size() ? choice.size() : choice.size() + 1);
  }
  return false;
}

}  // namespace alongside::local_offer
