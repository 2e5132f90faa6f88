#include "app/server/readiness.hpp"

#include "app/base/clock.hpp"
#include "app/server/database.hpp"
#include "app/server/reply.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace alongside::server {

namespace {

constexpr Migration migrations_of_readiness[] = {
    {1, "probe", "CREATE TABLE readiness_probe (id INTEGER PRIMARY KEY CHECK (id = 1), at_ms INTEGER NOT NULL) STRICT"},
};

constexpr std::int64_t year_2026_ms = 1'767'225'600'000;
constexpr std::int64_t most_probes_every_ms = 1000;
constexpr std::uintmax_t least_free_bytes = 200u * 1024 * 1024;

}  // namespace

std::span<const Migration> Readiness::migrations() { return migrations_of_readiness; }

Result<void> Readiness::write_probe() {
  auto probe = ALONGSIDE_TRY(database_.prepare(
      "INSERT INTO readiness_probe(id, at_ms) VALUES(1, ?1) ON CONFLICT(id) DO UPDATE SET at_ms = excluded.at_ms"));
  return probe.bind(1, clock_.now_ms()).run();
}

bool Readiness::disk_has_room() const {
  std::error_code fault;
  const auto space = std::filesystem::space(data_folder_, fault);
  return !fault && space.available >= least_free_bytes;
}

Readiness::Checks Readiness::run() {
  const std::int64_t now = clock_.now_ms();
  const bool fresh = now - checked_at_ms_ < most_probes_every_ms && now >= checked_at_ms_;
  if (!fresh || checked_at_ms_ == 0) {
    last_[0] = {"storage", write_probe() ? "ok" : "cannot write"};
    last_[1] = {"disk", disk_has_room() ? "ok" : "nearly full"};
    // A clock that starts in the past would date what families send us wrongly.
    last_[2] = {"clock", now >= year_2026_ms ? "ok" : "wrong"};
    checked_at_ms_ = now;
  }
  last_[3] = {"accepting", stopping_ ? "stopping" : "ok"};
  return last_;
}

void Readiness::routes(Router& router) {
  router.get("/healthz", [](const Request&) { return text_response(200, "ok\n"); });
  router.get("/readyz", [this](const Request&) {
    const Checks checks = run();
    const bool ready =
        std::all_of(checks.begin(), checks.end(), [](const Check& check) { return check.result == "ok"; });
    Response response = text_response(ready ? 200 : 503, "{\"ready\":");
    response.content_type = json_type;
    response.body += ready ? "true" : "false";
    response.body += ",\"checks\":{";
    for (const Check& check : checks) {
      if (&check != &checks.front()) response.body += ",";
      response.body += "\"" + std::string(check.name) + "\":\"" + std::string(check.result) + "\"";
    }
    response.body += "}}";
    if (!ready) response.retry_after_seconds = 10;
    return response;
  });
}

}  // namespace alongside::server
