// What we sign of ourselves at a provider: for that provider alone, and not for long.
#include "app/server/sign_in/client_proof.hpp"

#include "app/server/jose/jws.hpp"
#include "app/server/json_tree.hpp"
#include "app/server/query.hpp"
#include "app/server/sync/system_chance.hpp"
#include "tests/unit/server/sign_in/token_forge.hpp"

#include <doctest/doctest.h>

using namespace alongside;
using namespace alongside::server;
using namespace alongside::testing;

TEST_CASE("V9.2.4: what we sign of ourselves names the one address that may take it, and is good for two minutes") {
  const TokenForge forge;
  ProviderConfig provider;
  provider.id = "council";
  provider.client_id = std::string(forged_client);
  provider.proof = ClientProof::PrivateKey;
  provider.key_id = "ec-1";
  ProviderSecret secret;
  secret.key = PrivateKey::from_pem(forge.ec_private_pem(), SignatureAlgorithm::Es256).value();
  const CodeExchange exchange{"https://login.northmere.example/token", "a-code", "v", "https://a.example/back", 1000};
  SystemChance chance;
  const auto question = token_question(provider, secret, exchange, chance);
  REQUIRE(question.ok());
  const Query form = Query::parse(question->form);
  const auto jws = parse_jws(form.value("client_assertion"), SignatureAlgorithm::Es256);
  REQUIRE(jws.ok());
  CHECK(verify_jws(jws.value(), forge.keys()).ok());
  CHECK(jws->claims.text_at("aud") == exchange.token_endpoint);
  CHECK(jws->claims.text_at("iss") == forged_client);
  const std::string claims = write_json(jws->claims);
  CHECK(claims.find("\"exp\":1120") != std::string::npos);
}
