// FamilyFile: households, people, children, how they stand to each other and what they share, from
// one checked JSON file. Read by `household import`; every mistake is named by its path, with what to
// write. Nobody's name is in a mistake: paths and ids only.
#pragma once

#include "app/base/result.hpp"
#include "app/server/family/relationships.hpp"
#include "app/server/family/shares.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/mail/mail_wish.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

enum class DemoFamily : std::uint8_t { No, Yes };

struct FilePerson {
  HouseholdId household;
  PersonId id;
  std::string name;
  std::optional<std::string> email{};  // empty: they have none any more
  std::optional<MailWish> emails{};    // what they want until they say so themselves
};

struct FileChild {
  wire::Subject subject;
  std::string name;
  Date born;
};

struct FileHousehold {
  HouseholdId id;
  DemoFamily demo = DemoFamily::No;
};

struct FamilyFile {
  std::vector<FileHousehold> households;
  std::vector<FilePerson> people;
  std::vector<FileChild> children;
  std::vector<Relationship> relationships;
  std::vector<ShareGrant> shares;
};

Result<FamilyFile> parse_family_file(const JsonValue& json);

}  // namespace alongside::server
