// OpenOffer: the local offer's server half on an empty database, asked through its routes as another
// council's program would, with folders of feeds that are gone afterwards. Made by each test of the feed.
#pragma once

#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "app/server/query.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "plugins/local_offer/api/importer.hpp"
#include "plugins/local_offer/api/offer_tables.hpp"
#include "tests/support/core_tables.hpp"
#include "tests/support/server_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace alongside::testing {

// A folder of its own that is gone after the test.
struct FeedDirectory {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("alongside_open_" + std::to_string(reinterpret_cast<std::uintptr_t>(this)));
  FeedDirectory() { std::filesystem::create_directories(path / "services"); }
  ~FeedDirectory() { std::filesystem::remove_all(path); }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(path / name, std::ios::binary) << text;
  }
  void write_service(const std::string& json) const {
    const auto record = server::read_json(json);
    REQUIRE(record.ok());
    write("services/" + std::string(record->text_at("id")) + ".json", json);
  }
};

struct OpenOffer {
  ServerParts parts;
  server::Database& database = parts.database;
  std::unique_ptr<server::Feature> feature = local_offer::make_feature(parts.context);
  server::Router router;
  server::Verbs verbs;

  OpenOffer() {
    wire::Place place;
    place.name = "Aldermere";
    place.postcode_districts = {"NM2"};
    place.latitude_e7 = 529410000;
    place.longitude_e7 = -28260000;
    parts.council.council.places = {place};
    feature->routes(router);
    feature->verbs(verbs);
    REQUIRE(database.open(":memory:").ok());
    make_core_tables(database);
    REQUIRE(server::apply_migrations(database, feature->id(), feature->migrations()).ok());
  }

  local_offer::ImportReport import(const std::string& folder) {
    auto report = local_offer::import_feed(database, folder, parts.clock.today());
    REQUIRE_MESSAGE(report.ok(), (report.ok() ? "" : report.error().detail));
    return std::move(report).value();
  }
  std::map<std::string, local_offer::StoredService> stored() {
    auto stored = local_offer::OfferTables(database).stored();
    REQUIRE(stored.ok());
    return std::move(stored).value();
  }

  // `target`: "/services?page=2".
  server::Response answer(const std::string& target) {
    const std::size_t mark = target.find('?');
    server::Request request;
    request.path = "/open-referral/v3" + target.substr(0, mark);
    if (mark != std::string::npos) request.query = server::Query::parse(target.substr(mark + 1));
    auto match = router.match(server::Method::Get, request.path);
    REQUIRE(match.route);
    request.parameters = match.parameters;
    return match.route->handler(request);
  }
  server::JsonValue get(const std::string& target) {
    const server::Response response = answer(target);
    CAPTURE(target);
    CHECK(response.status == 200);
    CHECK(response.content_type == "application/json");
    auto json = server::read_json(response.body);
    REQUIRE(json.ok());
    return std::move(json).value();
  }
  // The detail of the problem that a mistake is answered with.
  std::string mistake(const std::string& target) {
    const server::Response response = answer(target);
    CAPTURE(target);
    CHECK(response.status == 400);
    CHECK(response.content_type == "application/problem+json");
    const auto json = server::read_json(response.body);
    REQUIRE(json.ok());
    CHECK(json->find("status")->integer == 400);
    return std::string(json->text_at("detail"));
  }
  // Names, or for places the names of their services, in the list's order.
  std::vector<std::string> names(const std::string& target) {
    std::vector<std::string> names;
    const server::JsonValue page = get(target);
    for (const server::JsonValue& item : page.find("contents")->items) {
      const server::JsonValue* service = item.find("service");
      names.emplace_back((service != nullptr ? *service : item).text_at("name"));
    }
    return names;
  }
};

}  // namespace alongside::testing
