// How many connections this process may have open at once. Asked by run_http_server when it starts.
#pragma once

#include <cstddef>

namespace alongside::server {

// Takes as many file handles as the machine lets us have (its hard limit), leaves 512 of them for files, the database
// and other machines, and answers how many of `wanted` connections the rest is enough for; never fewer than 64.
std::size_t connections_within_open_files(std::size_t wanted);

}  // namespace alongside::server
