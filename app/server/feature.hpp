// Feature: one plugin's part in the server. Made in main.cpp, the composition root, and told once
// to contribute its tables, routes, pages and verbs. Everything runs on one thread.
#pragma once

#include "app/server/access/access_table.hpp"
#include "app/server/access/authorise.hpp"
#include "app/server/council_config.hpp"
#include "app/server/database.hpp"
#include "app/server/invariants.hpp"
#include "app/server/migration.hpp"
#include "app/server/page_content.hpp"
#include "app/server/router.hpp"
#include "app/server/sync/documents.hpp"
#include "app/server/sync/operations.hpp"
#include "app/server/verbs.hpp"

#include <span>
#include <string_view>

namespace alongside {
class Clock;
}

namespace alongside::server {

class JsonMistakes;
class Measures;
class PersonalTables;
class RetentionRules;
class Sitemap;
class WebFetcher;

// Lent for the life of the program. The configuration is read and the database opened after the
// features are made (the command line needs their verbs first), so constructors only keep these.
struct FeatureContext {
  Database& database;
  const CouncilConfig& council;
  const Clock& clock;
  const Access& access;
  Documents& documents;
};

class Feature {
 public:
  virtual ~Feature() = default;
  virtual std::string_view id() const = 0;  // "local_offer"
  virtual std::span<const Migration> migrations() const { return {}; }
  // The configuration was read; what a feature has of its own beside it (public_pages.hpp, read_own_file) is read now,
  // so that a mistake is named before anybody is served.
  virtual void configure(const CouncilConfig& council, JsonMistakes& mistakes) { (void)council, (void)mistakes; }
  // The server runs from now on: whom to ask for what other machines have.
  virtual void serving(WebFetcher& fetcher) { (void)fetcher; }
  virtual void routes(Router& router) { (void)router; }
  virtual void pages(PageRouter& pages) { (void)pages; }
  // Those of its pages that search engines may list.
  virtual Result<void> addresses(Sitemap& sitemap) { return (void)sitemap, Result<void>(); }
  virtual void verbs(Verbs& verbs) { (void)verbs; }
  // Who may call its routes and make its operations: what has no row here is denied.
  virtual void access(AccessTable& table) { (void)table; }
  virtual void operations(Operations& operations) { (void)operations; }
  // Its tables came back from a backup: what must not come back with them goes, such as who is signed in.
  virtual Result<void> restored(Database& database) const { return (void)database, Result<void>(); }
  // What must hold of its tables in every restored copy.
  virtual void invariants(Invariants& invariants) { (void)invariants; }
  // What its tables hold about people: how that is told, and what becomes of it when somebody is erased. Each table
  // of a feature must be named here (tests/unit/server/personal_tables_test.cpp).
  virtual void personal(PersonalTables& tables) { (void)tables; }
  // What whoever looks after the server should see of it: numbers of the whole, never of one person.
  virtual void measures(Measures& measures) { (void)measures; }
  // What of its own is deleted when it is old (retention/reap_rows.hpp).
  virtual void retention(RetentionRules& rules) { (void)rules; }
};

}  // namespace alongside::server
