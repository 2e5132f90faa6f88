// What photos and letters hold about a person, and what becomes of them when they are erased. Registered by
// AttachmentFeature.
#pragma once

namespace alongside::server {

class PersonalTables;

void add_attachment_personal(PersonalTables& tables);

}  // namespace alongside::server
