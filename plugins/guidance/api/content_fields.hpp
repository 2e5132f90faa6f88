// The small pieces of a content file of guidance: sentences, facts, addresses. Each mistake is named by the path of its
// key with what to write; what could hurt a reader (marks of HTML, hidden characters, addresses that are no https) is
// refused there. Called by content_entries.
#pragma once

#include "app/server/json_fields.hpp"
#include "plugins/guidance/model/guidance_book.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace alongside::guidance {

inline constexpr std::size_t most_sentence = 600;  // bytes
inline constexpr std::size_t most_letter = 4000;
inline constexpr std::size_t most_facts = 20;  // of one part

// {"en": …, "cy": …}: both.
wire::Bilingual read_both(server::JsonFields& parent, std::string_view key, std::size_t most = most_sentence);
wire::Bilingual read_both_if_there(server::JsonFields& parent, std::string_view key, std::size_t most = most_sentence);
// {"en": …, "cy": …, "easy": {"en": …, "cy": …}}
Sentence read_sentence(server::JsonFields& parent, std::string_view key);
std::vector<Fact> read_facts(server::JsonFields& parent, std::string_view key, server::JsonMistakes& mistakes);
// "https://…", or empty.
std::string read_web(server::JsonFields& fields, std::string_view key);
// Small letters, digits and "-".
std::string read_name(server::JsonFields& fields, std::string_view key);
std::string read_name_if_there(server::JsonFields& fields, std::string_view key);

}  // namespace alongside::guidance
