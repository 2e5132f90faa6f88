#include "app/server/staff/staff.hpp"

#include "app/base/clock.hpp"

#include <algorithm>

namespace alongside::server {

namespace {

Error not_for(const std::string& why, const std::string& who_may) {
  return Error{ErrorCode::NotAllowed, why + " " + who_may};
}

std::vector<std::string> officers_with(const std::vector<StaffMember>& members, Role role, Date today) {
  std::vector<std::string> names;
  for (const StaffMember& member : members) {
    if (member.has(role) && today <= member.until) names.push_back(member.officer);
  }
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::string Staff::who_may(Role role) const {
  const auto names = officers_with(members_, role, clock_.today());
  const std::string wanted = "This wants the role " + std::string(word_of(role));
  if (names.empty()) return wanted + ", which nobody has today: see \"staff\" in the council's configuration.";
  return wanted + ", which have today: " + listed(names) + ".";
}

Result<void> Staff::may(const VerbAsker& asker, Role role) const {
  if (!is_named() || role == Role::Anybody) return {};
  if (asker.by == AskedBy::Server) {
    // Somebody has to answer for what it opens or reads.
    if (role != Role::Safeguarding) return {};
    return not_for("The server does not do this by itself.", who_may(role));
  }
  const auto found = std::ranges::find(members_, asker.officer, &StaffMember::officer);
  if (found == members_.end()) {
    return not_for("The council's configuration names no officer \"" + asker.officer + "\".", who_may(role));
  }
  if (found->until < clock_.today()) {
    return not_for(asker.officer + " was an officer here until " + found->until.iso() + ".", who_may(role));
  }
  if (!found->account.empty() && found->account != asker.account) {
    const std::string from = asker.account.empty() ? "an unknown account" : "the account " + asker.account;
    return not_for(
        "Only the account " + found->account + " may ask as " + asker.officer + ", and this came from " + from + ".",
        who_may(role));
  }
  if (!found->has(role)) return not_for(asker.officer + " may not do this.", who_may(role));
  return {};
}

std::string staff_report(const std::vector<StaffMember>& members, Date today) {
  if (members.empty()) {
    return "It names no \"staff\": everybody who has the server's account may do everything, under any name.\n";
  }
  std::string report = "Staff: " + std::to_string(members.size()) + " named. Who has which role today:\n";
  for (std::size_t at = 1; at < role_count; ++at) {
    const Role role = static_cast<Role>(at);
    const auto names = officers_with(members, role, today);
    report += "  " + std::string(word_of(role)) + ": " + (names.empty() ? "nobody" : listed(names)) + "\n";
  }
  if (officers_with(members, Role::Safeguarding, today).size() < 2) {
    report += "Fewer than two officers have the role safeguarding: nobody can confirm what the other wants to open.\n";
  }
  const bool is_bound = std::ranges::all_of(members, [](const StaffMember& one) { return !one.account.empty(); });
  if (!is_bound) {
    report += "A name without an \"account\" may be used by everybody who has the server's account.\n";
  }
  return report;
}

}  // namespace alongside::server
