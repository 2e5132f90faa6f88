// JSON that we write: small makers of values, and their text. Used by the converters of other tools' surveys.
#pragma once

#include "app/server/json_reader.hpp"
#include "app/wire/messages/council.hpp"

#include <string>
#include <string_view>

namespace alongside::feedback {

server::JsonValue made_text(std::string_view text);
server::JsonValue made_number(double number);
server::JsonValue made_truth(bool truth);
server::JsonValue made_list();
server::JsonValue made_object();
// "words", or {"default": "words", "cy": "geiriau"} where there are both.
server::JsonValue made_words(const wire::Bilingual& words);

void put(server::JsonValue& object, std::string_view key, server::JsonValue value);
// Only where there are any.
void put_words(server::JsonValue& object, std::string_view key, const wire::Bilingual& words);
void put_text(server::JsonValue& object, std::string_view key, std::string_view text);

// A line for each member, for people to read and change.
std::string written_json(const server::JsonValue& value);

}  // namespace alongside::feedback
