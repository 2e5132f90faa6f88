// The account of this machine behind a verb: the kernel's word on who signed in to the machine (loginuid, which sudo
// and su leave as it is), else whom sudo says it was asked by, else whose process it is. Asked by the command line and
// by the admin socket; written into the audit, and compared with "account" in the configuration's "staff". sudo's word
// can be made up by whoever may start any program as the server's user: allow them council-api alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace alongside::server {

inline constexpr std::size_t most_account_bytes = 64;

bool is_account_name(std::string_view name);

// SUDO_USER, when there is one that can be an account's name: what the command line tells the server.
std::string sudo_account();
// Of this process.
std::string own_account();
// Of whoever is at the other end of this socket. `told`: what their sudo_account() said.
std::string peer_account(int socket, const std::string& told);

}  // namespace alongside::server
