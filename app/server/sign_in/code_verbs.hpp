// `household invite` and `household recover`: codes for people, printed or sent by email. Added by the sign-in feature.
#pragma once

namespace alongside {
class Chance;
}

namespace alongside::server {

struct FeatureContext;
class SignInService;
class Verbs;

// All but `verbs` are kept, and outlive them. `chance` makes the ids of letters.
void add_code_verbs(Verbs& verbs, const FeatureContext& context, SignInService& service, Chance& chance);

}  // namespace alongside::server
