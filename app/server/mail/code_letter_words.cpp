#include "app/server/mail/code_letter_words.hpp"

#include "app/server/date_words.hpp"

namespace alongside::server {

namespace {

constexpr Sentence code_subject{"Your code for Alongside", "Eich cod ar gyfer Alongside"};
constexpr Sentence code_is{"Here is your code for Alongside:", "Dyma eich cod ar gyfer Alongside:"};
constexpr Sentence how{"Open this page, sign in and type the code:",
                       "Agorwch y dudalen hon, mewngofnodwch a theipiwch y cod:"};
constexpr Sentence once{"It works once, up to and including ", "Mae'n gweithio unwaith, hyd at a chan gynnwys "};
constexpr Sentence only_you{
    "It is for you alone. Give it to nobody, not to us either: we never ask for it. Did you not expect this? Then you "
    "need"
    " do nothing.",
    "I chi yn unig y mae. Peidiwch â'i roi i neb, nac i ni chwaith: fyddwn ni byth yn gofyn amdano. Doeddech chi ddim "
    "yn"
    " disgwyl hwn? Yna does dim angen i chi wneud dim."};

std::string half(std::string_view code, Date until, const MailConfig& mail, Language language) {
  std::string text(code_is.in(language));
  text += "\n\n" + std::string(code) + "\n\n";
  text += how.in(language);
  text += "\n\n" + mail.app + "/signin\n\n";
  text += once.in(language);
  text += date_words(until, language) + ".\n\n";
  return text + std::string(only_you.in(language)) + "\n";
}

Language other(Language language) { return language == Language::Welsh ? Language::English : Language::Welsh; }

}  // namespace

std::string code_letter_subject(Language first) {
  return std::string(code_subject.in(first)) + " / " + std::string(code_subject.in(other(first)));
}

std::string code_letter_text(std::string_view code, Date until, const MailConfig& mail, Language first) {
  return half(code, until, mail, first) + "\n* * *\n\n" + half(code, until, mail, other(first));
}

}  // namespace alongside::server
