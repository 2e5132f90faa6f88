#include "app/server/audit/audit_feature.hpp"

#include "app/server/audit/audit_report.hpp"
#include "app/server/audit/audit_retention.hpp"
#include "app/server/audit/audit_trail.hpp"

#include <charconv>
#include <optional>
#include <utility>

namespace alongside::server {

namespace {

using Arguments = std::span<const std::string>;

constexpr std::int64_t most_listed = 1000;

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

class AuditFeature final : public Feature {
 public:
  explicit AuditFeature(const FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "audit"; }

  void verbs(Verbs& verbs) override {
    using Use = VerbArgumentUse;
    verbs.add_public(Role::Anybody,
                     {"audit",
                      "verify",
                      "Go over the audit's chain and say where it was changed; prints its head, to be noted elsewhere.",
                      {{"--head", "a head that was noted earlier: NUMBER:LINK", VerbArgumentKind::Text, Use::Optional},
                       {"--json", "as JSON", VerbArgumentKind::Text, Use::Flag}},
                      [this](Arguments arguments) { return verify(arguments[0], !arguments[1].empty()); }});
    verbs.add(Role::System, {"audit",
                             "list",
                             "List who did or read what, when and of which household; 1,000 rows at a time.",
                             {{"--from", "the first row's number", VerbArgumentKind::Text, Use::Optional},
                              {"--household", "only what is of this one", VerbArgumentKind::Text, Use::Optional},
                              {"--json", "as JSON, one row a line", VerbArgumentKind::Text, Use::Flag}},
                             [this](Arguments arguments) { return list(arguments); }});
  }

  void retention(RetentionRules& rules) override { add_audit_retention(rules); }

  void invariants(Invariants& invariants) override {
    invariants.add("the audit's chain is whole", [](InvariantContext& copy) -> Result<Findings> {
      Findings findings;
      for (const AuditFault& fault : ALONGSIDE_TRY(AuditTrail(copy.database).check()).faults) {
        findings.push_back(fault_text(fault));
      }
      return findings;
    });
  }

 private:
  Result<std::string> verify(const std::string& noted, bool as_json) {
    std::optional<AuditHead> earlier;
    if (!noted.empty()) {
      earlier = head_in(noted);
      if (!earlier) return Error{ErrorCode::InvalidInput, "--head: write it as it was printed, NUMBER:LINK"};
    }
    const AuditCheck check = ALONGSIDE_TRY(AuditTrail(context_.database).check(earlier ? &*earlier : nullptr));
    if (as_json) return check_json(check);
    if (!check.faults.empty()) return Error{ErrorCode::Storage, check_text(check)};
    return check_text(check);
  }

  Result<std::string> list(Arguments arguments) {
    const auto from = arguments[0].empty() ? std::optional<std::int64_t>(1) : whole_number(arguments[0]);
    if (!from) return Error{ErrorCode::InvalidInput, "--from: write the number of a row"};
    HouseholdId household;
    if (!arguments[1].empty()) {
      const auto id = HouseholdId::parse(arguments[1]);
      if (!id) return Error{ErrorCode::InvalidInput, "--household: write an id"};
      household = id.value();
    }
    const bool as_json = !arguments[2].empty();
    std::string report;
    std::int64_t listed = 0;
    ALONGSIDE_TRY(AuditTrail(context_.database).each(*from, [&](const AuditEntry& entry) {
      if (!household.is_nil() && entry.household != household) return true;
      report += as_json ? entry_json(entry) : entry_text(entry);
      return ++listed < most_listed;
    }));
    return report;
  }

  FeatureContext context_;
};

}  // namespace

std::unique_ptr<Feature> make_audit_feature(const FeatureContext& context) {
  return std::make_unique<AuditFeature>(context);
}

}  // namespace alongside::server
