#include "app/server/sign_in/code_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "app/server/mail/code_letters.hpp"
#include "app/server/sign_in/sign_in_service.hpp"

#include <span>
#include <string>
#include <string_view>

namespace alongside::server {

namespace {

struct CodeDesk {
  FeatureContext context;
  SignInService& service;
  Chance& chance;

  Result<std::string> print(PersonId person, CodePurpose purpose, const std::string& officer) const {
    const std::string code = ALONGSIDE_TRY(service.issue_code(person, purpose, officer));
    return code + "\nGood once, for " + std::to_string(AccessCodes::lasts_days) +
           " days. Give it to this person alone, and by a way that only they can read.\n";
  }

  // What is said does not depend on whether there is an address: an officer who may invite need not learn that.
  Result<std::string> email(PersonId person, CodePurpose purpose, const std::string& officer) const {
    if (!context.council.mail.sends()) {
      return Error{
          ErrorCode::InvalidInput,
          "This council sends no emails: its configuration has no \"mail\". Leave --email out to print a code."};
    }
    CodeLetters letters(context.database, context.documents);
    ALONGSIDE_TRY(letters.ask_for(person, purpose, context.clock.now_ms(), chance));
    ALONGSIDE_TRY(service.note_emailed_code(person, purpose, officer));
    return "If there is an email address for this person, a code goes to it now. It is good once, for " +
           std::to_string(CodeLetters::code_lasts_days) + " days.\n";
  }

  Result<std::string> run(std::span<const std::string> arguments, CodePurpose purpose) const {
    const auto person = PersonId::parse(arguments[0]);
    if (!person)
      return Error{ErrorCode::InvalidInput, "PERSON: write an id, like 30000000-0000-4000-8000-000000000001"};
    const bool by_email = !arguments[2].empty();
    return by_email ? email(person.value(), purpose, arguments[1]) : print(person.value(), purpose, arguments[1]);
  }
};

void add_code_verb(Verbs& verbs, std::string_view name, std::string_view help, CodePurpose purpose,
                   const CodeDesk& desk) {
  verbs.add(Role::Households,
            {"household",
             std::string(name),
             std::string(help),
             {{"PERSON", "the person's id, as in the household's file"},
              {"--officer", "who asks for it, for the record", VerbArgumentKind::Text, VerbArgumentUse::Optional},
              {"--email", "send it to the address in the household's file instead of printing it",
               VerbArgumentKind::Text, VerbArgumentUse::Flag}},
             [desk, purpose](std::span<const std::string> arguments) { return desk.run(arguments, purpose); }});
}

}  // namespace

void add_code_verbs(Verbs& verbs, const FeatureContext& context, SignInService& service, Chance& chance) {
  const CodeDesk desk{context, service, chance};
  add_code_verb(verbs, "invite", "Print, or email, a code with which somebody who signs in becomes this person.",
                CodePurpose::Invitation, desk);
  add_code_verb(verbs, "recover", "The same for who cannot get in any more: earlier ways in stop working.",
                CodePurpose::Recovery, desk);
}

}  // namespace alongside::server
