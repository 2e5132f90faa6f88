// The rules of what is told by name: answers to a survey that asks for a name, kept for the person
// alone, and notes of how a visit was, kept for the family. Registered by the feature.
#pragma once

namespace alongside::server {
class AccessTable;
class Operations;
}  // namespace alongside::server

namespace alongside::feedback {

void add_named_access(server::AccessTable& table);
void add_named_rules(server::Operations& operations);

}  // namespace alongside::feedback
