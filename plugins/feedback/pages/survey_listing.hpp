// SurveyListing: the surveys that the council announces, as this device knows them. Fetched when there is a network;
// for somebody who is signed in also kept. Owned by the list's own module and, for surveys about a visit, by
// SurveyCabinet.
#pragma once

#include "app/plugin_api/host.hpp"
#include "plugins/feedback/model/survey_list.hpp"

#include <cstdint>
#include <memory>
#include <string_view>

namespace alongside::feedback {

enum class Load : std::uint8_t { Waiting, Ready, Offline, Failed, Missing };

class SurveyListing {
 public:
  explicit SurveyListing(Host& host) : host_(host), known_(std::make_shared<Known>()) {}

  void want();  // asks once; again() asks anew
  void again();
  Load load() const { return known_->load; }
  const SurveyList& list() const { return known_->list; }
  // The survey that asks how a visit was, or null.
  const Survey* about_visits() const;

 private:
  struct Known {  // replies hold it weakly: none reaches a plugin that has gone
    Load load = Load::Waiting;
    SurveyList list;
  };

  void came(Result<Bytes> reply);
  bool open(const Bytes& frame);

  Host& host_;
  std::shared_ptr<Known> known_;
  bool is_asked_ = false;
};

// Keeps what was fetched on the device of somebody who is signed in, if it is not what is kept already.
void keep_frame(Host& host, std::string_view key, const Bytes& frame);

}  // namespace alongside::feedback
