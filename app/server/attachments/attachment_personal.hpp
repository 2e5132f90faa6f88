// What photos and letters hold about a person, what becomes of them when they are erased, and when what they
// belong to is gone. Registered by
// AttachmentFeature.
#pragma once

namespace alongside::server {

class PersonalTables;
class RetentionRules;

void add_attachment_personal(PersonalTables& tables);
void add_attachment_retention(RetentionRules& rules);

}  // namespace alongside::server
