// Shell: everything around the plugins' pages: header, navigation, help, home, settings, and where
// the person is. Owns the plugin host and the words. Driven by Application once a frame; draws only
// through ui::Ui, so that it runs the same in native tests.
#pragma once

#include "app/base/clock.hpp"
#include "app/client/attachments/attachment_box.hpp"
#include "app/client/attachments/joined_box.hpp"
#include "app/client/copies/copy_desk.hpp"
#include "app/client/device_finder.hpp"
#include "app/client/environment.hpp"
#include "app/client/own_page_tools.hpp"
#include "app/client/plugin_host.hpp"
#include "app/client/public_shelf.hpp"
#include "app/client/send_page.hpp"
#include "app/client/session/demo_desk.hpp"
#include "app/client/session/device_records.hpp"
#include "app/client/session/session_service.hpp"
#include "app/client/session/sign_in_ways.hpp"
#include "app/client/session/signed_in_places.hpp"
#include "app/client/sync/letter_box.hpp"
#include "app/client/woken.hpp"
#include "app/plugin_api/route.hpp"
#include "app/ui/ui.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/messages/session.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace alongside::client {

class Shell final : private ShellLinks {
 public:
  Shell(Platform& platform, const Clock& clock, ui::WordTable shell_words);
  ~Shell();

  void environment_changed(std::string_view lines);
  const Environment& environment() const { return environment_; }
  Result<void> catalog(std::string_view lines);
  Result<void> take_words(std::string table) { return words_.take(std::move(table)); }
  void start(std::string_view address);
  // The browser moved (Back, Forward): follow without a new history entry.
  void arrived(std::string_view address);
  // Done before the next frame, never at once: whoever asks may be the page that is left.
  void go(std::string_view href, History history) override;
  void follow_moves();
  // Somebody looks again, or the network is back.
  void woken(Woken why);

  // Draws the whole screen.
  void draw(ui::Ui& ui);
  // The sentence to speak, at most once each; empty when there is none.
  std::string take_announcement() { return std::exchange(announcement_, {}); }
  // True once after the person came to another page: focus and scroll start at its top.
  bool take_page_changed() { return std::exchange(page_changed_, false); }
  // True once in the frame in which a page came that had to be fetched first.
  bool take_page_came() { return std::exchange(page_came_, false); }

  const Route& route() const { return route_; }
  const ui::Words& words() const override { return words_; }
  const PluginHost& plugin_host() const { return host_; }
  const SessionService& session_service() const { return session_; }

 private:
  enum class CouncilState : std::uint8_t { Unknown, Asked, Known, Failed };

  void announce(std::string_view sentence) override { announcement_ = sentence; }
  const wire::Council& council() const override { return council_; }
  const Clock& clock() const override { return clock_; }
  Platform& platform() override { return platform_; }
  const wire::SessionInfo& session() const override { return session_.info(); }
  Records& records() override { return session_.records(); }
  std::string_view intent_route(std::string_view name) const override { return host_.intent_route(name); }
  void send_anonymously(Host::Letter letter, std::function<void(Result<void>)> saved) override;
  void token_for(std::string_view purpose, std::string_view writer, Platform::Reply reply);
  Host::LetterFacts letter_facts() const override {
    return {letters_.status().waiting, letters_.status().refused, letters_.status().repeated};
  }
  void prepare_token(std::string_view purpose, std::string_view path) override;
  Attachments& attachments() override { return attachments_; }
  void find_device() override { device_.find(); }
  const DevicePlace& device_place() const override { return device_.place(); }
  PublicNotes& public_notes() override { return public_notes_; }
  Records& nobodys_records() override { return nobodys_records_; }
  JoinedFiles& joined_files() override { return joined_; }
  SavedCopies& saved_copies() override { return copies_; }
  void expect(std::string_view href) override;

  struct Move {
    Route route;
    History history;
  };

  void fetch_council();
  void session_changed();
  void signed_in();
  OwnPageTools own_page_tools();
  void show(Route route);
  void update_title();
  void ensure_page();
  void open_page();
  void call_page(const std::function<void()>& call);
  void main_ui(ui::Ui& ui);
  void send_page_ui(ui::Ui& ui);
  void plugin_page_ui(ui::Ui& ui, HostedPlugin& plugin);

  Platform& platform_;
  const Clock& clock_;
  ui::Words words_;
  Environment environment_;
  wire::Council council_;
  CouncilState council_state_ = CouncilState::Unknown;
  LetterBox letters_;
  PublicShelf public_notes_;
  DeviceRecords nobodys_records_;
  SessionService session_;
  AttachmentBox attachments_;
  JoinedBox joined_{platform_, attachments_};
  CopyDesk copies_{platform_, session_, attachments_};
  DeviceFinder device_;
  SendPage send_page_{platform_};
  DemoDesk desk_;
  SignInWays ways_;
  SignedInPlaces places_;
  Notices notices_;
  PluginHost host_;
  Route route_;
  // After the host, so that a page dies before the plugin it came from.
  std::unique_ptr<Page> page_;
  HostedPlugin* page_owner_ = nullptr;  // null: the shell's own page
  std::string page_path_;
  std::string page_title_;  // as its page calls it; empty when it does not say
  std::string title_;
  std::string announcement_;
  std::vector<Move> moves_;
  bool busy_ = false;  // a page is being called
  bool page_changed_ = false;
  bool is_awaited_ = false, page_came_ = false;
};

}  // namespace alongside::client
