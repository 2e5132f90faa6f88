#include "app/server/command_line.hpp"

#include "app/server/access/access_words.hpp"
#include "app/server/admin_client.hpp"
#include "app/server/application.hpp"
#include "app/server/data_folder.hpp"
#include "app/server/run_verb.hpp"
#include "app/server/serve.hpp"
#include "app/server/staff/account.hpp"

#include <CLI/CLI.hpp>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace alongside::server {

namespace {

int fail(const std::string& sentence) {
  std::fprintf(stderr, "council-api: %s\n", sentence.c_str());
  return 1;
}

// Where everything is; the same options for serve and for verbs.
struct Places {
  std::string council;
  std::string data;
  std::string www;
  std::string listen;
  std::string admin;
  std::vector<std::string> origins;
};

// What the person asked for; filled in while CLI11 parses.
struct Asked {
  Places places;
  std::string file;   // of check-config
  std::string today;  // empty: the machine's own
  bool demo = false;  // of serve
  const Verb* verb = nullptr;
  std::vector<std::string> arguments;  // of the verb
  std::string officer;                 // who asks for it
};

void add_council_option(CLI::App& command, Places& places) {
  command.add_option("--council", places.council, "the council's configuration file")
      ->type_name("FILE")
      ->envname("ALONGSIDE_COUNCIL");
}

void add_place_options(CLI::App& command, Places& places) {
  add_council_option(command, places);
  command.add_option("--data", places.data, "the folder for the database, made if it is not there")
      ->type_name("FOLDER")
      ->envname("ALONGSIDE_DATA")
      ->required();
  command.add_option("--admin", places.admin, "the admin socket (admin.sock in the data folder)")
      ->type_name("SOCKET")
      ->envname("ALONGSIDE_ADMIN");
}

// Of serve, and of verbs while no server runs: what an import makes of dates is of its day.
void add_today_option(CLI::App& command, std::string& today) {
  command.add_option("--today", today, "hold the date still, for demonstrations and tests")
      ->type_name("YYYY-MM-DD")
      ->envname("ALONGSIDE_TODAY");
}

void add_serve(CLI::App& app, Asked& asked) {
  CLI::App* serve = app.add_subcommand("serve", "Serve the application and its API until told to stop.");
  add_place_options(*serve, asked.places);
  serve->get_option("--council")->required();
  serve->add_option("--www", asked.places.www, "the folder with the built client")
      ->type_name("FOLDER")
      ->envname("ALONGSIDE_WWW")
      ->required();
  serve->add_option("--listen", asked.places.listen, "the address and port (as the configuration says)")
      ->type_name("ADDRESS:PORT");
  serve->add_option("--origin", asked.places.origins, "where families open it, when that is not the address above")
      ->type_name("https://HOST")
      ->envname("ALONGSIDE_ORIGIN");
  serve->add_flag("--demo", asked.demo, "let anybody sign in as one of the demo people, without a password");
  add_today_option(*serve, asked.today);
}

void add_check_config(CLI::App& app, Asked& asked) {
  CLI::App* check = app.add_subcommand("check-config", "Read a council's configuration file and name every mistake.");
  check->add_option("FILE", asked.file, "the file to read")->type_name(" ")->required();
}

void add_argument(CLI::App& command, const VerbArgument& argument, std::string& value) {
  if (argument.use == VerbArgumentUse::Flag) {
    command.add_flag_callback(argument.name, [&value] { value = "yes"; }, argument.help);
    return;
  }
  CLI::Option* option = command.add_option(argument.name, value, argument.help);
  if (argument.use == VerbArgumentUse::Required)
    option->type_name(" ")->required();
  else
    option->type_name(argument.kind == VerbArgumentKind::Text ? "TEXT" : "PATH");
}

bool stands_alone(const Asked& asked) {
  if (asked.verb->needs == VerbNeeds::Nothing) return true;
  for (std::size_t i = 0; i < asked.verb->arguments.size(); ++i) {
    if (asked.verb->arguments[i].use == VerbArgumentUse::StandAlone && !asked.arguments[i].empty()) return true;
  }
  return false;
}

constexpr const char* officer_option = "--officer";

// Some verbs note their officer themselves as well; it is the same one.
void add_officer(CLI::App& command, const Verb& verb, std::string& officer) {
  if (verb.needs == VerbNeeds::Nothing || (verb.record == VerbRecord::None && verb.role == Role::Anybody)) return;
  const bool is_public = verb.record == VerbRecord::None;
  CLI::Option* own = command.get_option_no_throw(officer_option);
  if (own == nullptr) {
    const std::string_view when = is_public ? ", where the council names its staff" : "; the audit says so";
    own = command.add_option(officer_option, officer, "who asks for this" + std::string(when))->type_name("NAME");
  }
  own->envname("ALONGSIDE_OFFICER");
}

void note_own_officer(Asked& asked) {
  for (std::size_t i = 0; i < asked.arguments.size(); ++i) {
    if (asked.verb->arguments[i].name == officer_option) asked.officer = asked.arguments[i];
  }
}

// What each verb's command has for itself: CLI11 fills every command's options from the environment, also those of
// commands that nobody asked for, and what was written for one must not be written over by another's.
struct VerbOptions {
  Places places;
  std::string today;
  std::string officer;
  std::vector<std::string> arguments;
};

void note_verb(Asked& asked, const Verb& verb, const VerbOptions& options) {
  asked.verb = &verb;
  asked.places = options.places;
  asked.today = options.today;
  asked.officer = options.officer;
  asked.arguments = options.arguments;
  note_own_officer(asked);
  if (asked.places.data.empty() && !stands_alone(asked)) throw CLI::RequiredError("--data");
}

// Nothing is asked of the disk or the server here: the subcommands only note what was asked for.
void add_verb(CLI::App& group, const Verb& verb, Asked& asked) {
  CLI::App* command = verb.name.empty() ? &group : group.add_subcommand(verb.name, verb.help);
  // One place for each argument, which stays where it is while CLI11 fills it.
  auto options = std::make_shared<VerbOptions>();
  options->arguments.resize(verb.arguments.size());
  bool may_stand_alone = false;
  for (std::size_t i = 0; i < verb.arguments.size(); ++i) {
    add_argument(*command, verb.arguments[i], options->arguments[i]);
    may_stand_alone |= verb.arguments[i].use == VerbArgumentUse::StandAlone;
  }
  if (verb.needs != VerbNeeds::Nothing) {
    add_place_options(*command, options->places);
    add_today_option(*command, options->today);
  }
  if (verb.needs == VerbNeeds::Nothing) add_council_option(*command, options->places);
  if (may_stand_alone) command->get_option("--data")->required(false);
  add_officer(*command, verb, options->officer);
  command->callback([&asked, &verb, options] { note_verb(asked, verb, *options); });
}

void add_to_description(CLI::App& group, const std::string& name) {
  const std::string before = group.get_description();
  group.description(before.empty() ? name : before + ", " + name);
}

using Groups = std::map<std::string, CLI::App*>;

// A group may stand in another: that of "offer comments" in that of "offer".
CLI::App& group_named(CLI::App& app, Groups& groups, const std::string& name) {
  CLI::App*& group = groups[name];
  if (group != nullptr) return *group;
  const std::size_t space = name.rfind(' ');
  CLI::App& parent = space == name.npos ? app : group_named(app, groups, name.substr(0, space));
  const std::string own_name = space == name.npos ? name : name.substr(space + 1);
  group = parent.add_subcommand(own_name)->require_subcommand(1);
  if (space != name.npos) add_to_description(parent, own_name);
  return *group;
}

void add_verbs(CLI::App& app, const Verbs& verbs, Asked& asked) {
  Groups groups;
  for (const Verb& verb : verbs.all()) {
    if (verb.name.empty()) {
      add_verb(*app.add_subcommand(verb.group, verb.help), verb, asked);
      continue;
    }
    CLI::App& group = group_named(app, groups, verb.group);
    add_to_description(group, verb.name);
    add_verb(group, verb, asked);
  }
}

int check_config(Application& application, const std::string& file) {
  if (const auto read = application.read_config(file); !read.ok()) return fail(read.error().detail);
  const CouncilConfig& config = application.config();
  if (const auto password = mail_password(config.mail); !password) return fail(password.error().detail);
  if (const auto place = postgres_place(config.database); !place) return fail(place.error().detail);
  if (const auto secrets = provider_secrets(config.sign_in); !secrets) return fail(secrets.error().detail);
  const auto& council = config.council;
  std::printf("%s is good: %s (%s), %zu places, %zu language(s), %s.\n", file.c_str(), council.name.en.c_str(),
              council.nation == wire::Nation::Wales ? "Wales" : "England", council.places.size(),
              config.languages.size(), config.mail.sends() ? "sends emails" : "sends no emails");
  std::fputs(staff_report(config.staff, application.clock().today()).c_str(), stdout);
  return 0;
}

// The words for run_verb; paths are made whole here, because the server has another folder.
std::vector<std::string> words_of(const Asked& asked) {
  std::vector<std::string> words = {asked.verb->group, asked.verb->name};
  for (std::size_t i = 0; i < asked.arguments.size(); ++i) {
    const VerbArgumentKind kind = asked.verb->arguments[i].kind;
    const std::string& word = asked.arguments[i];
    const bool address =
        kind == VerbArgumentKind::PathOrAddress && (word.starts_with("https://") || word.starts_with("http://"));
    const bool path = kind != VerbArgumentKind::Text && !address && !word.empty();
    words.push_back(path ? std::filesystem::absolute(asked.arguments[i]).lexically_normal().string()
                         : asked.arguments[i]);
  }
  return words;
}

Result<std::string> run_here(Application& application, const Asked& asked) {
  if (asked.places.council.empty()) {
    return Error{ErrorCode::InvalidInput, "the server is not running, so say which council with --council FILE"};
  }
  ALONGSIDE_TRY(application.read_config(asked.places.council));
  const DataFolder data = ALONGSIDE_TRY(DataFolder::create(asked.places.data));
  ALONGSIDE_TRY(application.open_storage(data));
  const std::atomic<bool> stopping = false;
  auto report = run_verb(application.verbs(), words_of(asked),
                         {data.path(),
                          stopping,
                          FolderUse::ByVerbAlone,
                          {asked.officer, own_account()},
                          &application.journal(),
                          &application.staff()});
  application.database().close();
  return report;
}

// What works on files alone. The council's words for things count when it is said which council.
Result<std::string> run_alone(Application& application, const Asked& asked) {
  if (!asked.places.council.empty()) ALONGSIDE_TRY(application.read_config(asked.places.council));
  const std::atomic<bool> stopping = false;
  return run_verb(application.verbs(), words_of(asked), {{}, stopping, FolderUse::ByVerbAlone, {asked.officer}});
}

// What puts another database in the folder, or looks at the one there without opening it as ours.
Result<std::string> run_on_folder(Application& application, const Asked& asked) {
  if (!asked.places.council.empty()) ALONGSIDE_TRY(application.read_config(asked.places.council));
  const DataFolder data = ALONGSIDE_TRY(DataFolder::create(asked.places.data));
  const std::atomic<bool> stopping = false;
  return run_verb(
      application.verbs(), words_of(asked),
      {data.path(), stopping, FolderUse::ByVerbAlone, {asked.officer, own_account()}, nullptr, &application.staff()});
}

int tell(const Result<std::string>& report) {
  if (!report) return fail(report.error().detail);
  std::fputs(report.value().c_str(), stdout);
  if (!report.value().empty() && report.value().back() != '\n') std::fputs("\n", stdout);
  return 0;
}

int run_asked_verb(Application& application, const Asked& asked) {
  if (stands_alone(asked)) return tell(run_alone(application, asked));
  if (asked.verb->needs == VerbNeeds::Folder) return tell(run_on_folder(application, asked));
  const std::string admin = asked.places.admin.empty() ? DataFolder::admin_path(asked.places.data) : asked.places.admin;
  auto from_server = ask_server(admin, words_of(asked), asked.officer);
  return tell(from_server ? std::move(*from_server) : run_here(application, asked));
}

}  // namespace

int run_command_line(Application& application, int argc, char** argv) {
  CLI::App app(
      "The council's side of Alongside: it serves the application and its API,\n"
      "and does what the council's staff ask of it from a terminal.",
      "council-api");
  app.require_subcommand(1);
  Asked asked;
  try {
    add_serve(app, asked);
    add_check_config(app, asked);
    app.add_subcommand("access", "Print who may do what: each route and each change, and each relation.");
    add_verbs(app, application.verbs(), asked);
    // After the subcommands are made, or each would repeat it.
    app.footer(
        "Each command explains itself: council-api COMMAND --help\n"
        "Commands for staff work on the running server when there is one, and on its\n"
        "data folder when it is down.");
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const Places& places = asked.places;
  if (!asked.today.empty()) {
    const auto day = Date::parse(asked.today);
    if (!day) return fail("--today: write the date as 2026-11-22");
    application.hold_date(day.value());
  }
  if (app.got_subcommand("serve")) {
    if (asked.demo) application.allow_demo_sign_in();
    return serve(application, {places.council, places.data, places.www, places.listen, places.admin, places.origins});
  }
  if (app.got_subcommand("access")) {
    std::fputs(access_table_text(application.access_table()).c_str(), stdout);
    return 0;
  }
  if (app.got_subcommand("check-config")) return check_config(application, asked.file);
  return run_asked_verb(application, asked);
}

}  // namespace alongside::server
