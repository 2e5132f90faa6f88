#include "plugins/direct_payments/api/feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/reply.hpp"
#include "app/server/sitemap.hpp"
#include "app/server/sync/system_chance.hpp"
#include "plugins/direct_payments/api/agreement_change_verbs.hpp"
#include "plugins/direct_payments/api/agreement_file.hpp"
#include "plugins/direct_payments/api/agreement_import.hpp"
#include "plugins/direct_payments/api/agreement_verbs.hpp"
#include "plugins/direct_payments/api/alerts/alert_operations.hpp"
#include "plugins/direct_payments/api/alerts/alert_verb.hpp"
#include "plugins/direct_payments/api/guide_file.hpp"
#include "plugins/direct_payments/api/guide_html.hpp"
#include "plugins/direct_payments/api/guide_store.hpp"
#include "plugins/direct_payments/api/ledger_check.hpp"
#include "plugins/direct_payments/api/ledger_export.hpp"
#include "plugins/direct_payments/api/ledger_tables.hpp"
#include "plugins/direct_payments/api/money_html.hpp"
#include "plugins/direct_payments/api/money_operations.hpp"
#include "plugins/direct_payments/api/money_retention.hpp"
#include "plugins/direct_payments/api/personal.hpp"
#include "plugins/direct_payments/api/returns/return_operations.hpp"
#include "plugins/direct_payments/api/returns/return_verbs.hpp"
#include "plugins/direct_payments/api/spending/may_i_html.hpp"
#include "plugins/direct_payments/api/spending/question_operations.hpp"
#include "plugins/direct_payments/api/spending/question_verbs.hpp"
#include "plugins/direct_payments/api/spending/rules_file.hpp"
#include "plugins/direct_payments/api/statement_verb.hpp"

#include <string>

namespace alongside::direct_payments {
namespace {

class DirectPaymentsFeature final : public server::Feature {
 public:
  explicit DirectPaymentsFeature(server::FeatureContext& context) : context_(context) {}

  std::string_view id() const override { return "direct_payments"; }
  std::span<const server::Migration> migrations() const override { return money_migrations(); }

  void personal(server::PersonalTables& tables) override { add_money_personal(tables); }
  void retention(server::RetentionRules& rules) override { add_money_retention(rules); }
  void routes(server::Router& router) override {
    router.get("/api/direct_payments/guide", [this](const server::Request& request) {
      const auto found = read_guide(context_.database);
      if (!found.ok()) return server::problem(request, found.error());
      if (!found.value()) return server::problem(request, 404, "not_found", "There is no guide yet.");
      return server::reply(request, *found.value(), server::Caching::Revalidate);
    });
    router.get("/api/direct_payments/rules", [this](const server::Request& request) {
      const auto found = read_spend_rules(context_.database);
      if (!found.ok()) return server::problem(request, found.error());
      return server::reply(request, found.value(), server::Caching::Revalidate);
    });
  }

  void invariants(server::Invariants& invariants) override {
    invariants.add("the ledger balances and families see what is in it", ledger_findings);
  }

  Result<void> addresses(server::Sitemap& sitemap) override {
    sitemap.add("/money");
    sitemap.add("/money/may-i");
    return {};
  }

  void pages(server::PageRouter& pages) override {
    pages.page("/money", [this](const server::Request& request) -> Result<server::PageContent> {
      const auto found = ALONGSIDE_TRY(read_guide(context_.database));
      return guide_html(found, context_.council.council.help, request.language);
    });
    pages.page("/money/may-i", [this](const server::Request& request) -> Result<server::PageContent> {
      const SpendRules rules = ALONGSIDE_TRY(read_spend_rules(context_.database));
      return may_i_html(rules, request, context_.council.council.help);
    });
    for (const MoneyScreen screen :
         {MoneyScreen::Afford, MoneyScreen::Spend, MoneyScreen::Entry, MoneyScreen::Returns, MoneyScreen::OneReturn,
          MoneyScreen::Agreement, MoneyScreen::Plan, MoneyScreen::In}) {
      pages.page(pattern_of(screen), [this, screen](const server::Request& request) -> Result<server::PageContent> {
        return money_html(screen, context_.council.council.help, request.language);
      });
    }
  }

  void verbs(server::Verbs& verbs) override {
    verbs.add_public(server::Role::Money,
                     {"guide",
                      "import",
                      "Read what direct payments may buy from a file.",
                      {{"FILE", "a JSON file, such as direct_payments.json", server::VerbArgumentKind::Path}},
                      [this](std::span<const std::string> arguments) { return import(arguments[0]); }});
    verbs.add(server::Role::Money,
              {"agreement",
               "import",
               "Read agreements and the payments made so far from a file.",
               {{"FILE", "a JSON file, such as agreements.json", server::VerbArgumentKind::Path}},
               [this](std::span<const std::string> arguments) { return import_agreements_from(arguments[0]); }});
    verbs.add_public(server::Role::Anybody, {"ledger",
                                             "check",
                                             "Go over the whole ledger and say what does not fit.",
                                             {},
                                             [this](std::span<const std::string>) { return check_ledger(context_); }});
    add_ledger_export(verbs, context_);
    add_agreement_verbs(verbs, context_);
    add_agreement_change_verbs(verbs, context_, chance_);
    add_statement_verb(verbs);
    add_return_verbs(verbs, context_, chance_);
    add_question_verbs(verbs, context_, chance_);
    add_alert_verb(verbs, context_, chance_);
  }

  void access(server::AccessTable& table) override {
    add_money_access(table);
    add_return_access(table);
    add_question_access(table);
    add_alert_access(table);
  }
  void operations(server::Operations& operations) override {
    add_money_operations(operations, chance_);
    add_return_operations(operations);
    add_question_operations(operations, context_.council);
    add_alert_operations(operations);
  }

 private:
  Result<std::string> import(const std::string& path) {
    const auto json = ALONGSIDE_TRY(server::read_json_file(path, {std::size_t{1} << 20, 16}));
    const Guide guide = ALONGSIDE_TRY(parse_guide(json));
    auto transaction = ALONGSIDE_TRY(server::Transaction::create(context_.database));
    ALONGSIDE_TRY(keep_guide(context_.database, guide));
    ALONGSIDE_TRY(keep_spend_rules(context_.database, rules_of_guide(json)));
    ALONGSIDE_TRY(transaction.commit());
    return "The guide is in: " + std::to_string(guide.may_buy.size()) + " things the money may buy, " +
           std::to_string(guide.ask_first.size()) + " to ask about first, " + std::to_string(guide.may_not.size()) +
           " it may not buy.\n";
  }

  Result<std::string> import_agreements_from(const std::string& path) {
    const auto json = ALONGSIDE_TRY(server::read_json_file(path, {std::size_t{16} << 20, 16}));
    const auto agreements = parse_agreements(json);
    if (!agreements.ok()) return Error{agreements.error().code, path + ":\n" + agreements.error().detail};
    return import_agreements(context_, agreements.value());
  }

  server::FeatureContext context_;
  server::SystemChance chance_;
};

}  // namespace

std::unique_ptr<server::Feature> make_feature(server::FeatureContext& context) {
  return std::make_unique<DirectPaymentsFeature>(context);
}

}  // namespace alongside::direct_payments
