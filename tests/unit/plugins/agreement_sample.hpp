// The demo family's agreement at a council that changes it by notice, and the verbs as an officer types them.
#pragma once

#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/direct_payments/model/agreement_notice.hpp"
#include "tests/support/family_parts.hpp"
#include "tests/unit/plugins/ledger_sample.hpp"

#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

struct WritingCouncil : FamilyParts {
  using Options = std::vector<std::pair<std::string, std::string>>;

  WritingCouncil() : FamilyParts(direct_payments::make_feature) {
    clock.day = day_of("2026-11-22");
    REQUIRE(run("guide", "import", {demo_folder + "direct_payments.json"}).ok());
    REQUIRE(run("agreement", "import", {demo_folder + "agreements.json"}).ok());
  }

  // Options by name, in any order; those left out are empty.
  Result<std::string> decide(const char* name, std::vector<std::string> given, const Options& options,
                             const std::string& officer = "R. Marsh") {
    const server::Verb* verb = verbs.find("agreement", name);
    for (std::size_t i = given.size(); i < verb->arguments.size(); ++i) {
      given.emplace_back();
      for (const auto& [option, value] : options) {
        if (verb->arguments[i].name == option) given.back() = value;
      }
    }
    return run("agreement", name, given, officer);
  }
  Result<std::string> amend(const Options& options, const std::string& id = agreement_id.text()) {
    return decide("amend", {id, "Rates went up."}, options);
  }
  Result<std::string> stop(const std::string& last, const Options& options = {}) {
    return decide("stop", {agreement_id.text(), last, "The plan has changed."}, options);
  }
  Result<std::string> create(const std::string& pounds, const std::string& from, const Options& options = {}) {
    return decide("create",
                  {riley.household.text(), riley.id.text(), sam.text(), pounds, from, "As we agreed at the meeting."},
                  options);
  }

  direct_payments::Agreement agreement(DocumentId id = agreement_id) {
    for (const wire::Document& document : documents_of(sam, direct_payments::Agreement::schema.id)) {
      if (document.id == id) return wire::decode_payload<direct_payments::Agreement>(document.content).value();
    }
    FAIL("no agreement");
    return {};
  }
  std::vector<direct_payments::AgreementNotice> letters(PersonId person = sam) {
    return feed_of<direct_payments::AgreementNotice>(person);
  }
};

inline bool says(const Result<std::string>& report, const std::string& part) {
  const std::string text = report.ok() ? report.value() : report.error().detail;
  CAPTURE(text);
  return text.find(part) != std::string::npos;
}

}  // namespace alongside::testing
