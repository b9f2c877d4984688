# What Telegram shows about the bot: commands (256 characters at most), descriptions (512, 120).

command-start = Set up, or see today
command-today = Your doses today
command-log = The last 7 days
command-plan = See or change your plan
command-timezone = When you travel
command-pause = A break from reminders
command-resume = End the break
command-hospital = When you go into hospital
command-stop = Before you stop baclofen
command-taper = Ask for a slow way down
command-help = What you can do
command-about = Who I am, and my rules
command-cancel = Stop what I am asking
bot-description = I remind you of your baclofen at your own times, and keep the log that helps your doctor. One tap says that you took it. I never choose or change your dose. I am not a doctor, not a medical device, and no one watches this chat. In an emergency call your local number. I keep your plan and your answers on the server of whoever runs me.
bot-short-description = Reminds you of your baclofen, keeps the log. Not a doctor. No one watches this chat.
