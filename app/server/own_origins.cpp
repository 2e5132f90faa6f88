#include "app/server/own_origins.hpp"

namespace alongside::server {

Result<void> check_own_origin(std::string_view origin) {
  const std::size_t start = origin.find("://");
  const bool web = origin.substr(0, start) == "http" || origin.substr(0, start) == "https";
  const std::string_view host = start == origin.npos ? std::string_view() : origin.substr(start + 3);
  if (web && !host.empty() && host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") == host.npos) {
    return {};
  }
  return Error{ErrorCode::InvalidInput,
               "--origin: write it as browsers do, small letters and no slash at the end, like "
               "https://families.northmere.example"};
}

std::vector<std::string> likely_origins(const ListenAddress& listen, std::uint16_t port) {
  const std::string ending = port == 80 ? "" : ":" + std::to_string(port);
  std::vector<std::string> origins = {"http://localhost" + ending, "http://127.0.0.1" + ending};
  const bool bracketed = listen.address.find(':') != listen.address.npos;
  const std::string own = "http://" + (bracketed ? "[" + listen.address + "]" : listen.address) + ending;
  if (own != origins.back()) origins.push_back(own);
  return origins;
}

}  // namespace alongside::server
