#include "app/server/staff/staff_member.hpp"

#include "app/server/json_fields.hpp"
#include "app/server/staff/account.hpp"
#include "app/server/staff/officer_name.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

constexpr std::size_t most_officers = 500;
constexpr std::string_view roles_rule =
    "write one or more of \"answers\", \"offer\", \"surveys\", \"money\", \"households\", \"safeguarding\", "
    "\"system\", each once";

std::vector<Role> read_roles(JsonFields& fields) {
  std::vector<Role> roles;
  for (const JsonValue& item : fields.array("roles", 1, role_count - 1)) {
    const auto role = item.is(JsonKind::Text) ? given_role_named(item.text) : std::nullopt;
    const bool is_twice = role && std::ranges::find(roles, *role) != roles.end();
    if (!role || is_twice) fields.mistake("roles", roles_rule);
    roles.push_back(role.value_or(Role::Anybody));
  }
  return roles;
}

StaffMember read_member(const JsonValue& item, std::string path, JsonMistakes& mistakes) {
  constexpr std::string_view name_rule = "write the name under which they ask, 2 to 80 letters, like \"R. Marsh\"";
  constexpr std::string_view day_rule = "write their last day, like \"2027-03-31\", or take this key out";
  constexpr std::string_view account_rule = "write the name of their account on this machine, or take this key out";
  JsonFields fields(item, std::move(path), mistakes);
  StaffMember member;
  member.officer = fields.text("officer", {80, name_rule});
  if (!member.officer.empty() && !check_officer(member.officer)) fields.mistake("officer", name_rule);
  member.roles = read_roles(fields);
  const std::string until = fields.optional_text("until", {10, day_rule});
  const auto day = Date::parse(until);
  if (!until.empty() && !day) fields.mistake("until", day_rule);
  if (day) member.until = day.value();
  member.account = fields.optional_text("account", {most_account_bytes, account_rule});
  if (!member.account.empty() && !is_account_name(member.account)) fields.mistake("account", account_rule);
  fields.finish();
  return member;
}

}  // namespace

bool StaffMember::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

std::vector<StaffMember> read_staff(JsonFields& parent, JsonMistakes& mistakes) {
  std::vector<StaffMember> staff;
  if (parent.optional("staff") == nullptr) return staff;
  const auto& items = parent.array("staff", 1, most_officers);
  for (std::size_t i = 0; i < items.size(); ++i) {
    StaffMember member = read_member(items[i], parent.path_of("staff") + "[" + std::to_string(i) + "]", mistakes);
    const bool is_twice = std::ranges::find(staff, member.officer, &StaffMember::officer) != staff.end();
    if (is_twice) parent.mistake("staff", "write each officer once; two of one name need something that differs");
    staff.push_back(std::move(member));
  }
  return staff;
}

}  // namespace alongside::server
