#include "app/server/staff/account.hpp"

#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <vector>

namespace alongside::server {

namespace {

constexpr uid_t nobody_signed_in = static_cast<uid_t>(-1);

// Its number, where the machine knows of no name.
std::string name_of_user(uid_t user) {
  std::vector<char> room(16 * 1024);
  passwd entry{};
  passwd* found = nullptr;
  const int failed = getpwuid_r(user, &entry, room.data(), room.size(), &found);
  if (failed != 0 || found == nullptr || !is_account_name(found->pw_name)) return "uid " + std::to_string(user);
  return found->pw_name;
}

// Who signed in to the machine, however often the process changed its user since.
std::optional<uid_t> login_of(const std::string& process) {
  std::ifstream file("/proc/" + process + "/loginuid");
  std::string text;
  if (!std::getline(file, text)) return std::nullopt;
  uid_t user = nobody_signed_in;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), user);
  if (read.ec != std::errc() || user == nobody_signed_in) return std::nullopt;
  return user;
}

std::string account_of(const std::string& process, const std::string& told, uid_t user) {
  if (const auto login = login_of(process)) return name_of_user(*login);
  return told.empty() ? name_of_user(user) : told;
}

}  // namespace

bool is_account_name(std::string_view name) {
  return !name.empty() && name.size() <= most_account_bytes &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7f && c != '"' && c != '\\'; });
}

std::string sudo_account() {
  const char* told = std::getenv("SUDO_USER");
  return told != nullptr && is_account_name(told) ? told : "";
}

std::string own_account() { return account_of("self", sudo_account(), getuid()); }

std::string peer_account(int socket, const std::string& told) {
  ucred peer{};
  socklen_t size = sizeof peer;
  if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0) return {};
  return account_of(std::to_string(peer.pid), is_account_name(told) ? told : "", peer.uid);
}

}  // namespace alongside::server
