#include "app/server/own_origins.hpp"

#include <doctest/doctest.h>

using namespace alongside::server;

TEST_CASE("the likely origins of our pages are this machine and the address that is listened on") {
  CHECK(likely_origins({"127.0.0.1", 0}, 8080) ==
        std::vector<std::string>{"http://localhost:8080", "http://127.0.0.1:8080"});
  CHECK(likely_origins({"::1", 0}, 80) ==
        std::vector<std::string>{"http://localhost", "http://127.0.0.1", "http://[::1]"});
  CHECK(likely_origins({"10.1.2.3", 0}, 8443).back() == "http://10.1.2.3:8443");
}

TEST_CASE("an origin is written as browsers write it") {
  CHECK(check_own_origin("https://families.northmere.example").ok());
  CHECK(check_own_origin("http://localhost:8080").ok());
  for (const char* bad : {"", "families.example", "https://", "https://Families.example", "https://families.example/",
                          "ftp://families.example", "null", "*", "https://a b"}) {
    CAPTURE(bad);
    CHECK(!check_own_origin(bad).ok());
  }
}
