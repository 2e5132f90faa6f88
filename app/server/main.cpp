// council-api: the composition root of the server. The only file that names features.
#include "app/server/application.hpp"
#include "app/server/attachments/attachment_feature.hpp"
#include "app/server/command_line.hpp"
#include "app/server/sync/sync_feature.hpp"
#include "app/server/tokens/token_feature.hpp"
#include "plugins/comments/api/feature.hpp"
#include "plugins/direct_payments/api/feature.hpp"
#include "plugins/employing/api/feature.hpp"
#include "plugins/feedback/api/carried/feature.hpp"
#include "plugins/feedback/api/feature.hpp"
#include "plugins/feedback/api/files/feature.hpp"
#include "plugins/feedback/api/invitations/feature.hpp"
#include "plugins/feedback/api/results/feature.hpp"
#include "plugins/guidance/api/feature.hpp"
#include "plugins/local_offer/api/feature.hpp"
#include "plugins/requests/api/feature.hpp"

int main(int argc, char** argv) {
  using namespace alongside;
  server::Application application;
  server::FeatureContext context = application.context();
  application.add(server::make_sync_feature(context, application.operations(), application.push_turns()));
  application.add(server::make_attachment_feature(context, application.scanner()));
  application.add(server::make_token_feature(context));
  application.add(local_offer::make_feature(context));
  application.add(direct_payments::make_feature(context));
  application.add(feedback::make_results_feature(context));
  application.add(feedback::make_feature(context));
  application.add(feedback::make_files_feature(context, application.scanner()));
  application.add(feedback::make_carried_feature(context));
  application.add(feedback::make_invitations_feature(context));
  application.add(requests::make_feature(context));
  application.add(comments::make_feature(context));
  application.add(employing::make_feature(context));
  application.add(guidance::make_feature(context));
  return server::run_command_line(application, argc, argv);
}
