#include "tests/worlds/council.hpp"

#include "app/server/family/family_feature.hpp"
#include "app/server/family/family_import.hpp"
#include "app/server/http_exchange.hpp"
#include "app/server/mail/mail_feature.hpp"
#include "app/server/personal/personal_feature.hpp"
#include "app/server/response_head.hpp"
#include "app/server/sync/sync_feature.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "tests/worlds/ledger_rule.hpp"
#include "tests/worlds/small_survey.hpp"

#include <unistd.h>
#include <filesystem>
#include <fstream>

namespace alongside::worlds {

namespace {

using namespace alongside::server;

// The features want to own their chance; this is the test's, lent.
class LentChance final : public Chance {
 public:
  explicit LentChance(Chance& lender) : lender_(lender) {}
  void fill(std::span<std::uint8_t> bytes) override { lender_.fill(bytes); }

 private:
  Chance& lender_;
};

// The least that a site can be made of: one page without places to fill in.
StaticFiles small_site() {
  const auto folder = std::filesystem::temp_directory_path() / ("alongside-worlds-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "index.html") << "<!doctype html><title>{{title}}</title>{{main}}";
  StaticFiles files = must(StaticFiles::create(folder.string()));
  std::filesystem::remove_all(folder);
  return files;
}

const StaticFiles& site_files() {
  static const StaticFiles files = small_site();
  return files;
}

}  // namespace

Council::Council(Leak leak) : leak_(leak) {
  must(database.open(":memory:"));
  config.languages = {Language::English, Language::Welsh};
  config.mail.server = "smtp://127.0.0.1:25";  // never asked: nobody sends what waits here
  add(make_family_feature(context()));
  add(make_mail_feature(context()));
  add(make_session_feature(context(), sessions_, sign_in_, demo_));
  add(make_sign_in_feature(context(), sign_in_));
  add(make_sync_feature(context(), operations, {no_turn_, {}}, std::make_unique<LentChance>(chance)));
  FeatureContext lent = context();
  add(feedback::make_feature(lent));
  add(make_personal_feature(context(), personal_));
  add_ledger_rule(table, operations);
  for (const auto& feature : features_) must(apply_migrations(database, feature->id(), feature->migrations()));
  // The only thing that chance made before the test could hold it.
  must(database.execute("UPDATE incarnation SET id = x'0123456789abcdef0123456789abcdef'"));
  survey = open_small_survey(database, clock.day);
  plant(leak, database);
  make_site();
}

void Council::add(std::unique_ptr<Feature> feature) {
  feature->access(table);
  feature->operations(operations);
  feature->personal(personal_);
  features_.push_back(std::move(feature));
}

void Council::make_site() {
  Router router;
  PageRouter pages;
  for (const auto& feature : features_) {
    feature->routes(router);
    feature->pages(pages);
  }
  site_.emplace(must(Site::create({site_files(), std::move(router), std::move(pages), config, access, sessions_})));
}

void Council::import(const FamilyFile& file) { must(import_family(database, documents, chance, file)); }

std::vector<ShareGrant> Council::shares_with(PersonId viewer, const wire::Subject& child) {
  std::vector<ShareGrant> grants;
  auto rows =
      must(database.prepare("SELECT owner, facet, level FROM share WHERE household = ?1 AND subject = ?2"
                            " AND viewer = ?3 AND level > 0 ORDER BY owner, facet"));
  bind_id(bind_id(bind_id(rows, 1, child.household), 2, child.id), 3, viewer);
  while (must(rows.step()) == Step::Row) {
    grants.push_back({column_id<PersonId>(rows, 0), viewer, child, static_cast<wire::Facet>(rows.column_integer(1)),
                      static_cast<wire::ShareLevel>(rows.column_integer(2)), clock.day});
  }
  return grants;
}

// As share_operation.cpp does.
void Council::set(const ShareGrant& grant) {
  by_council([&](Documents& in) {
    must(in.reconsider_once_a_day(grant.viewer));
    must(set_share(database, grant, EarlierShare::Replaced));
    must(in.reconsider(grant.viewer));
  });
}

Answer Council::ask(std::string request, const Bytes& body) {
  static const std::vector<std::string> origins = {"http://localhost:8080"};
  const std::string target = request.substr(request.find(' ') + 1, request.find(" HTTP") - request.find(' ') - 1);
  HttpExchange exchange(random_number(chance));
  if (!exchange.take_head(request)) std::abort();
  exchange.check(config, origins);
  Response response;
  if (exchange.refusal) {
    response.status = exchange.refusal->status;
    response.body = exchange.refusal->code;
  } else {
    exchange.plan = site_->plan(exchange.accepted);
    exchange.request.body = body;
    auto turned_away = exchange.turn_away(*site_);
    response = turned_away ? std::move(*turned_away) : exchange.answer(*site_);
  }
  spoil(leak_, database, target, {reinterpret_cast<const char*>(body.data()), body.size()}, response);
  settle_caching(response, exchange.encoding.if_none_match);
  ReplyContext context;
  context.connection = Connection::KeepAlive;
  context.request_id = exchange.id;
  context.now_ms = clock.now_ms();
  return {response.status, response_head(response, context), std::string(response.content())};
}

std::string Council::letters_to(PersonId person) {
  std::string letters = "EMAILS";
  auto rows =
      must(database.prepare("SELECT hex(id) || ' ' || state || ' ' || made_ms || ' ' || due_ms FROM mail_letter"
                            " WHERE person = ?1 ORDER BY id"));
  bind_id(rows, 1, person);
  while (must(rows.step()) == Step::Row) letters.append("\n").append(rows.column_text(0));
  return letters;
}

std::string Council::all_kept() {
  std::string all;
  for (const char* sql :
       {"SELECT hex(id) || hex(owner) || version || gone || hex(content) FROM document ORDER BY number",
        "SELECT at_ms || hex(device) || hex(actor) || kind || outcome || code FROM audit ORDER BY number",
        "SELECT hex(owner) || hex(viewer) || facet || level FROM share ORDER BY 1",
        "SELECT hex(child) || hex(person) || from_day || until_day || restricted FROM relationship ORDER BY 1",
        "SELECT hex(id) || hex(answers) FROM feedback_answers ORDER BY 1",
        "SELECT hex(person) || state || made_ms FROM mail_letter ORDER BY 1",
        "SELECT hex(person) FROM session ORDER BY 1"}) {
    auto rows = must(database.prepare(sql));
    while (must(rows.step()) == Step::Row) all.append(rows.column_text(0)).append("\n");
  }
  return all;
}

}  // namespace alongside::worlds
