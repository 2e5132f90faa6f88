// The verbs `household erase`, `hold`, `release` and `holds`. Added by PersonalFeature.
#pragma once

namespace alongside::server {

class PersonalTables;
class Verbs;
struct FeatureContext;

// Both outlive the verbs.
void add_erasure_verbs(Verbs& verbs, const FeatureContext& context, const PersonalTables& tables);

}  // namespace alongside::server
