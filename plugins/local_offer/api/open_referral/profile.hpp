// The Open Referral UK 3.0 profile as data: what each kind of object may hold, of which type, and
// what it must hold. Read by record_cleaning, which makes a feed's record fit it, and by the tests.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace alongside::local_offer {

enum class RecordKind : std::uint8_t {
  Service,
  Organization,
  OrganizationIdentifier,
  ServiceAtLocation,
  Location,
  Address,
  Accessibility,
  Contact,
  Phone,
  Language,
  Schedule,
  CostOption,
  Funding,
  ServiceArea,
  Attribute,
  TaxonomyTerm,
};

enum class MemberType : std::uint8_t {
  OwnId,   // a UUID; made when it is missing
  Id,      // a UUID of something else
  Words,   // one line without marks
  Rich,    // words that may be plain HTML
  Web,     // an http address
  Uri,     // any address of the Internet that runs nothing
  Email,   // of a mailbox
  Day,     // 2026-11-22
  Moment,  // 2026-11-22T09:00:00Z
  Number,
  Choice,  // one of `choices`
  Object,  // of `kind`
  List,    // of objects of `kind`
};

struct ProfileMember {
  std::string_view name;
  MemberType type = MemberType::Words;
  RecordKind kind = RecordKind::Service;
  std::string_view choices{};  // "physical|postal|virtual"
  bool required = false;
  std::string_view filler{};  // what stands there when a feed leaves out what is required
};

std::span<const ProfileMember> members_of(RecordKind kind);
const ProfileMember* find_member(RecordKind kind, std::string_view name);
// "physical|postal|virtual" has "postal".
bool has_choice(std::string_view choices, std::string_view word);

}  // namespace alongside::local_offer
