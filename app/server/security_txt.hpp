// security.txt (RFC 9116): where whoever finds a hole in this council's Alongside may tell of it. At
// /.well-known/security.txt, if the configuration has "security_contact". Added by serve.
#pragma once

namespace alongside {
class Clock;
}

namespace alongside::server {

class AccessTable;
class Router;
struct CouncilConfig;

void add_security_txt(Router& router, const CouncilConfig& config, const Clock& clock);
void add_security_txt_access(AccessTable& table);

}  // namespace alongside::server
