#include "app/base/id.hpp"

#include <doctest/doctest.h>

#include <string>
#include <type_traits>

namespace alongside {
namespace {

struct ServiceTag;
struct PersonTag;
using ServiceId = Id<ServiceTag>;

TEST_CASE("an id is written as the UUID it was read from, in small letters") {
  CHECK(ServiceId::parse("0123abcd-4567-89ef-0123-456789abcdef").value().text() ==
        "0123abcd-4567-89ef-0123-456789abcdef");
  CHECK(ServiceId::parse("0123ABCD-4567-89EF-0123-456789ABCDEF").value().text() ==
        "0123abcd-4567-89ef-0123-456789abcdef");
}

TEST_CASE("a new id is nil and says so") {
  CHECK(ServiceId().is_nil());
  CHECK(ServiceId().text() == "00000000-0000-0000-0000-000000000000");
  CHECK(!ServiceId::parse("00000000-0000-0000-0000-000000000001").value().is_nil());
}

TEST_CASE("what is not a UUID of 36 characters is refused") {
  for (const std::string text : {"", "0123abcd456789ef0123456789abcdef", "{0123abcd-4567-89ef-0123-456789abcdef}",
                                 "0123abcd-4567-89ef-0123-456789abcde", "0123abcd-4567-89ef-0123-456789abcdefa",
                                 "0123abcd-4567-89ef-0123-456789abcdeg", "0123abcd_4567-89ef-0123-456789abcdef",
                                 "0123abcd-456-789ef-0123-456789abcdef", "../../../../../../../../etc/passwd.."}) {
    CAPTURE(text);
    CHECK(!ServiceId::parse(text).ok());
  }
}

TEST_CASE("ids of different things cannot be mixed up and ids of one thing compare in order") {
  CHECK(!std::is_convertible_v<ServiceId, Id<PersonTag>>);
  CHECK(ServiceId::parse("00000000-0000-0000-0000-0000000000ff").value() <
        ServiceId::parse("00000000-0000-0000-0000-000000000100").value());
}

}  // namespace
}  // namespace alongside
