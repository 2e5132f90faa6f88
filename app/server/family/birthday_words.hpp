// What a family is told before and on a 16th and an 18th birthday, to the young person and to whoever stands by them as
// a parent. Whoever stands beside them may read it: it names nobody. Used by birthday_notices.
#pragma once

#include "app/server/notices/notice_writer.hpp"

#include <cstdint>

namespace alongside::server {

// A number each, kept in the database: only ever added to.
enum class Birthday : std::uint8_t { SoonSixteen, Sixteen, SoonEighteen, Eighteen };
enum class ToldAs : std::uint8_t { YoungPerson, Parent };

NewNotice birthday_notice(Birthday birthday, ToldAs who);

}  // namespace alongside::server
