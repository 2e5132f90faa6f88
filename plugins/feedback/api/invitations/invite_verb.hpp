// The verb `survey invite`: links, QR codes and single-use codes to a survey, for the council's people to pass on.
// Added by the invitations feature.
#pragma once

namespace alongside {
class Chance;
}
namespace alongside::server {
class Verbs;
struct FeatureContext;
}  // namespace alongside::server

namespace alongside::feedback {

void add_invite_verb(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance);

}  // namespace alongside::feedback
