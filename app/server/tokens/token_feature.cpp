#include "app/server/tokens/token_feature.hpp"

#include "app/server/feature.hpp"
#include "app/server/personal/personal_rows.hpp"
#include "app/server/reply.hpp"
#include "app/server/tokens/blind_signature_openssl.hpp"
#include "app/server/tokens/token_desk.hpp"

namespace alongside::server {
namespace {

Response raw(const Bytes& bytes) {
  Response response;
  response.content_type = "application/octet-stream";
  response.body.assign(bytes.begin(), bytes.end());
  return response;
}

class TokenFeature final : public Feature {
 public:
  explicit TokenFeature(FeatureContext& context) : desk_(context.database) {}

  std::string_view id() const override { return "tokens"; }
  std::span<const Migration> migrations() const override { return TokenDesk::migrations(); }

  void personal(PersonalTables& tables) override {
    tables.add({"token_given",
                tell_rows({"token_given",
                           {"Surveys that you may answer without your name", "Arolygon y cewch eu hateb heb eich enw"},
                           {"A token was given", "Rhoddwyd tocyn"},
                           "SELECT purpose FROM token_given WHERE person = ?1 ORDER BY purpose",
                           {{"purpose", {"For", "Ar gyfer"}}}}),
                {},
                erase_rows("notes that they had a token for a survey", "DELETE FROM token_given WHERE person = ?1")});
    tables.about_nobody("token_keys", "the council's own keys");
    tables.about_nobody("token_spent", "tokens that nobody can tell whose they were");
  }

  void access(AccessTable& table) override {
    table.open_to_all("GET /api/tokens/{purpose}");
    table.signed_in("POST /api/tokens/{purpose}");
  }

  void routes(Router& router) override {
    router.get("/api/tokens/{purpose}", [this](const Request& request) {
      const auto key = desk_.public_key(request.parameter(0));
      return key.ok() ? raw(key.value()) : problem(request, key.error());
    });
    router.post(
        "/api/tokens/{purpose}",
        [this](const Request& request) {
          const auto signature = desk_.sign(request.parameter(0), request.actor.person, request.body);
          return signature.ok() ? raw(signature.value()) : problem(request, signature.error());
        },
        blind_key_bytes);
  }

 private:
  TokenDesk desk_;
};

}  // namespace

std::unique_ptr<Feature> make_token_feature(FeatureContext& context) { return std::make_unique<TokenFeature>(context); }

}  // namespace alongside::server
