// LinkSearch: looks through a whole database for anything that could tie an anonymous answer to a
// person: a value of eight bytes or more that stands on both sides, a time finer than a day, an order
// of arrival. Used by anonymous_test.cpp, which also plants leaks to see that it finds them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace alongside::contract {

struct LinkSearch {
  std::size_t tables = 0;
  std::size_t answers = 0;         // rows looked through
  std::size_t values = 0;          // of both sides
  std::vector<std::string> links;  // what was found, in words
};

// `database`: the path of a closed copy. `secrets`: what else is known of people (cookies, blinded bytes …).
LinkSearch search_links(const std::string& database, const std::vector<std::string>& secrets);

// One change to a copy, as somebody careless would make it.
bool change_database(const std::string& database, const std::string& sql);

}  // namespace alongside::contract
