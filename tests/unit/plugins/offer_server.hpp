// OfferServer: the local offer's half of a server on a database in memory: its verbs, routes and pages. For the tests
// of the offer's feature.
#pragma once

#include "app/server/feature.hpp"
#include "app/server/run_verb.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "tests/support/core_tables.hpp"
#include "tests/support/server_parts.hpp"
#include "tests/unit/plugins/offer_sample.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace alongside::testing {

struct OfferServer {
  ServerParts parts;
  server::Database& database = parts.database;
  std::unique_ptr<server::Feature> feature = local_offer::make_feature(parts.context);
  server::Router router;
  server::PageRouter pages;
  server::Verbs verbs;
  std::string data_folder;  // of files that are fetched: none

  OfferServer() {
    parts.council.council = sample_council();
    feature->routes(router);
    feature->pages(pages);
    feature->verbs(verbs);
    REQUIRE(database.open(":memory:").ok());
    make_core_tables(database);
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
  }
  Result<std::string> verb(const char* group, const char* name, std::vector<std::string> arguments = {}) {
    const server::Verb* found = verbs.find(group, name);
    REQUIRE(found);
    arguments.resize(found->arguments.size());
    std::vector<std::string> words = {group, name};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const std::atomic<bool> stopping = false;
    return server::run_verb(verbs, words, {data_folder, stopping, server::FolderUse::ByVerbAlone, {"R. Marsh"}});
  }
  Result<std::string> try_verb(const char* name, std::vector<std::string> arguments) {
    return verb("offer", name, std::move(arguments));
  }
  std::string run(const char* name, std::string argument) {
    const auto report = try_verb(name, {std::move(argument)});
    REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().detail));
    return report.value();
  }
  server::Response get(const std::string& path) { return answer(server::Method::Get, path, {}); }
  server::Response answer(server::Method method, const std::string& path, Bytes body) {
    auto match = router.match(method, path);
    REQUIRE(match.route);
    server::Request request;
    request.method = method;
    request.path = path;
    request.parameters = match.parameters;
    request.body = std::move(body);
    return match.route->handler(request);
  }
  std::string page(const std::string& path, std::string_view query = {},
                   server::Language language = server::Language::English) {
    server::Request request;
    request.path = path;
    request.query = server::Query::parse(query);
    request.language = language;
    request.format = server::Format::Html;
    const auto* route = pages.match(path, request.parameters);
    REQUIRE(route);
    const auto content = route->handler(request);
    return content.ok() ? content.value().main.text() : "error: " + content.error().detail;
  }
};

}  // namespace alongside::testing
