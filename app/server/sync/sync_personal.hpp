// What documents, devices and the audit hold about a person, and what becomes of it when they are erased. Registered
// by SyncFeature.
#pragma once

namespace alongside::server {

class PersonalTables;

void add_sync_personal(PersonalTables& tables);
void add_document_kinds(PersonalTables& tables);  // those of the core

}  // namespace alongside::server
