#include "app/server/security_txt.hpp"

#include "app/base/clock.hpp"
#include "app/server/access/access_table.hpp"
#include "app/server/council_config.hpp"
#include "app/server/reply.hpp"
#include "app/server/router.hpp"

#include <string>

namespace alongside::server {

namespace {

constexpr const char* path = "/.well-known/security.txt";
// The file must say until when it may be believed, and less than a year is asked for: a server that nobody looks after
// any more stops saying it.
constexpr std::int32_t good_for_days = 180;

std::string text_of(const CouncilConfig& config, Date today, std::string_view origin) {
  std::string text = "Contact: " + config.security_contact + "\n";
  text += "Expires: " + Date(today.days() + good_for_days).iso() + "T00:00:00Z\n";
  text += config.languages.size() > 1 ? "Preferred-Languages: en, cy\n" : "Preferred-Languages: en\n";
  return text + "Canonical: " + std::string(origin) + path + "\n";
}

}  // namespace

void add_security_txt(Router& router, const CouncilConfig& config, const Clock& clock) {
  router.get(path, [&config, &clock](const Request& request) {
    if (config.security_contact.empty())
      return problem(request, 404, "not_found", "The council has not written whom to tell.");
    Response response = text_response(200, text_of(config, clock.today(), request.origin));
    response.caching = Caching::Revalidate;
    return response;
  });
}

void add_security_txt_access(AccessTable& table) { table.open_to_all("GET " + std::string(path)); }

}  // namespace alongside::server
