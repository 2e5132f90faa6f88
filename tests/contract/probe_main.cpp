// A council-api with one feature made for the tests: the same server and command line as the real
// one, and handlers that echo, throw, wait and break, which no real feature does on purpose.
#include "app/server/application.hpp"
#include "app/server/command_line.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/reply.hpp"
#include "app/wire/messages/problem.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace {

using namespace alongside;
using namespace alongside::server;

constexpr Migration migrations_[] = {
    {1, "notes", "CREATE TABLE probe_note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT"},
};

class ProbeFeature final : public Feature {
 public:
  explicit ProbeFeature(FeatureContext context) : context_(context) {}
  std::string_view id() const override { return "probe"; }
  std::span<const Migration> migrations() const override { return migrations_; }

  void access(AccessTable& table) override {
    for (const char* open : {"GET /api/probe/throw", "GET /api/probe/slow", "GET /api/probe/storage",
                             "GET /api/probe/things/{id}", "POST /api/probe/echo"}) {
      table.open_to_all(open);
    }
  }

  void routes(Router& router) override {
    router.get("/api/probe/throw", [](const Request&) -> Response { throw std::runtime_error("thrown on purpose"); });
    // Nobody wrote a row for these, on purpose.
    router.get("/api/probe/forgotten", [](const Request&) { return text_response(200, "secret\n"); });
    router.post("/api/probe/forgotten", [](const Request&) { return text_response(200, "secret\n"); });
    router.get("/api/probe/slow", [](const Request&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(700));
      return text_response(200, "slow but sure\n");
    });
    router.get("/api/probe/storage",
               [](const Request& request) { return problem(request, Error{ErrorCode::Storage, "the disk said no"}); });
    router.get("/api/probe/things/{id}",
               [](const Request& request) { return text_response(200, request.parameter(0)); });
    // Takes a Problem, for want of a message of its own, and gives it back.
    router.post(
        "/api/probe/echo",
        [](const Request& request) {
          return with_body<wire::Problem>(request, [&](const wire::Problem& sent) { return reply(request, sent); });
        },
        1000);
  }

  void pages(PageRouter& pages) override {
    pages.page("/probe/{words}", [](const Request& request) -> Result<PageContent> {
      if (request.parameter(0) == "none") return Error{ErrorCode::NotFound, "nothing"};
      if (request.parameter(0) == "broken") return Error{ErrorCode::Storage, "secret detail"};
      HtmlWriter html;
      html.element("h1", request.parameter(0)).link(request.query.value("to"), request.query.value("text"));
      return PageContent{std::string(request.parameter(0)), html.take()};
    });
  }

  void verbs(Verbs& verbs) override {
    verbs.add_public(
        Role::Anybody,
        {"note", "add", "Keep WORDS.", {{"WORDS", "what to keep"}}, [this](std::span<const std::string> words) {
           return add(words[0]);
         }});
    verbs.add_public(Role::Anybody,
                     {"note",
                      "where",
                      "Say which FILE was meant.",
                      {{"FILE", "any file", VerbArgumentKind::Path}},
                      [](std::span<const std::string> words) -> Result<std::string> { return words[0]; }});
    verbs.add_public(Role::Anybody,
                     {"note", "throw", "Throw.", {}, [](std::span<const std::string>) -> Result<std::string> {
                        throw std::runtime_error("on purpose");
                      }});
  }

 private:
  Result<std::string> add(const std::string& words) {
    auto insert = ALONGSIDE_TRY(context_.database.prepare("INSERT INTO probe_note(words) VALUES(?1)"));
    ALONGSIDE_TRY(insert.bind(1, words).run());
    auto count = ALONGSIDE_TRY(context_.database.prepare("SELECT count(*) FROM probe_note"));
    ALONGSIDE_TRY(count.step());
    return "kept; notes: " + std::to_string(count.column_integer(0));
  }

  FeatureContext context_;
};

}  // namespace

int main(int argc, char** argv) {
  Application application;
  application.add(std::make_unique<ProbeFeature>(application.context()));
  return run_command_line(application, argc, argv);
}
