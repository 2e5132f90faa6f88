// LssSurvey: the questions of a LimeSurvey structure with their words, answers and parts beside them, in order, from
// tables of either age: words stand in tables of their own since version 4, and beside the question before. The lower
// half of convert_limesurvey.
#pragma once

#include "app/wire/messages/council.hpp"
#include "plugins/feedback/api/convert/lss_tables.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace alongside::feedback {

struct LssOption {
  std::string code;
  wire::Bilingual words;
  int scale = 0;
};

struct LssQuestion {
  std::string id, code, type;
  wire::Bilingual words, help;
  bool is_required = false, has_other = false;
  std::string relevance, pattern;
  std::vector<LssOption> answers, parts;
  std::map<std::string, std::string> attributes;
};

struct LssGroup {
  std::string id;
  wire::Bilingual name, description;
  std::string relevance;
  std::vector<LssQuestion> questions;
};

struct LssSurvey {
  wire::Bilingual title, welcome, goodbye;
  std::vector<LssGroup> groups;
  std::vector<std::string> other_languages;
  std::size_t conditions = 0, quotas = 0, orphans = 0;
};

LssSurvey lss_survey(const LssTables& tables);

// Words between tags, in a line.
std::string words_without_tags(std::string_view html);

}  // namespace alongside::feedback
