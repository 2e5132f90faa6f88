// PluginServices: the Host that one plugin sees. Each plugin has its own, so that what it asks for
// can be told apart and is limited: it fetches under /api only. ShellLinks is what the shell lends.
#pragma once

#include "app/client/platform.hpp"
#include "app/plugin_api/host.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace alongside::client {

// The shell's side of the services, made by Shell and outliving every plugin.
class ShellLinks {
 public:
  virtual void go(std::string_view href, History history) = 0;
  virtual void announce(std::string_view sentence) = 0;
  virtual const wire::Council& council() const = 0;
  virtual const ui::Words& words() const = 0;
  virtual const Clock& clock() const = 0;
  virtual Platform& platform() = 0;
  virtual const wire::SessionInfo& session() const = 0;
  virtual Records& records() = 0;
  // The route of the plugin that takes an intent of this name; empty when none does.
  virtual std::string_view intent_route(std::string_view name) const = 0;
  virtual void send_anonymously(Host::Letter letter, std::function<void(Result<void>)> saved) = 0;
  virtual Host::LetterFacts letter_facts() const = 0;
  virtual void prepare_token(std::string_view purpose, std::string_view path) = 0;
  virtual Attachments& attachments() = 0;
  virtual void find_device() = 0;
  virtual const DevicePlace& device_place() const = 0;
  virtual PublicNotes& public_notes() = 0;
  virtual void expect(std::string_view href) = 0;
  virtual Records& nobodys_records() = 0;
  virtual JoinedFiles& joined_files() = 0;
  virtual SavedCopies& saved_copies() = 0;

 protected:
  ~ShellLinks() = default;
};

class PluginServices final : public Host {
 public:
  explicit PluginServices(ShellLinks& links) : links_(links) {}

  void fetch(std::string_view path, Reply reply) override;
  void navigate(std::string_view href) override { links_.go(href, History::Push); }
  void replace_route(std::string_view href) override { links_.go(href, History::Replace); }
  void announce(std::string_view sentence) override { links_.announce(sentence); }
  void redraw() override { links_.platform().wake(); }
  const wire::Council& council() const override { return links_.council(); }
  const ui::Words& words() const override { return links_.words(); }
  const Clock& clock() const override { return links_.clock(); }
  const wire::SessionInfo& session() const override { return links_.session(); }
  Records& records() override { return links_.records(); }
  std::string intent_href(std::string_view name, const Bytes& frame) const override;
  Bytes intent_in(const Route& route) const override;
  void send_anonymously(Letter letter, std::function<void(Result<void>)> saved) override;
  LetterFacts letters() const override { return links_.letter_facts(); }
  void prepare_token(std::string_view purpose, std::string_view path) override { links_.prepare_token(purpose, path); }
  Attachments& attachments() override { return links_.attachments(); }
  void find_device() override { links_.find_device(); }
  const DevicePlace& device_place() const override { return links_.device_place(); }
  PublicNotes& public_notes() override { return links_.public_notes(); }
  void expect(std::string_view href) override { links_.expect(href); }
  Records& nobodys_records() override { return links_.nobodys_records(); }
  void read_file(std::string_view token, std::size_t most_bytes, Reply reply) override;
  JoinedFiles& joined_files() override { return links_.joined_files(); }
  void carry(Carrying carrying, Reply reply) override;
  SavedCopies& saved_copies() override { return links_.saved_copies(); }

 private:
  Reply told_of(Reply reply);

  ShellLinks& links_;
};

}  // namespace alongside::client
