// The words of a letter with a code, in both languages, the person's own first. It says nothing of a child or a family:
// somebody else may read it. Pure; called by CodeLetters.
#pragma once

#include "app/base/date.hpp"
#include "app/server/language.hpp"
#include "app/server/mail/mail_config.hpp"

#include <string>
#include <string_view>

namespace alongside::server {

std::string code_letter_subject(Language first);
// `until`: the last day on which the code works.
std::string code_letter_text(std::string_view code, Date until, const MailConfig& mail, Language first);

}  // namespace alongside::server
