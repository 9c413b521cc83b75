#Requires -RunAsAdministrator
# Memasang atau memperbarui PST di Windows: program dan setelan oleh install.py; hak, tugas, dan porta di sini.
$ErrorActionPreference = "Stop"
$place = "C:\PST"
$log = "$place\log\catatan.log"

Stop-ScheduledTask -TaskName "PST" -ErrorAction SilentlyContinue
py -3 "$PSScriptRoot\install.py" @args
if ($LASTEXITCODE) { exit $LASTEXITCODE }
New-Item -ItemType Directory -Force "$place\log" | Out-Null

# Program hanya diubah administrator; data, cadangan, dan catatan dibuka juga oleh akun layanan (LOCAL SERVICE).
icacls $place /inheritance:r /grant "*S-1-5-32-544:(OI)(CI)F" "*S-1-5-18:(OI)(CI)F" "*S-1-5-19:(OI)(CI)RX"
foreach ($folder in "data", "backup", "log") { icacls "$place\$folder" /grant "*S-1-5-19:(OI)(CI)M" }

$run = "/c "".venv\Scripts\flask --app wsgi upgrade >> $log 2>&1 && .venv\Scripts\python wsgi.py >> $log 2>&1"""
$action = New-ScheduledTaskAction -Execute "cmd.exe" -Argument $run -WorkingDirectory "$place\app"
$account = New-ScheduledTaskPrincipal -UserId "NT AUTHORITY\LOCAL SERVICE" -LogonType ServiceAccount
$settings = New-ScheduledTaskSettingsSet -ExecutionTimeLimit 0 -RestartCount 999 -RestartInterval "00:01" `
    -AllowStartIfOnBatteries -DontStopIfGoingOnBatteries -StartWhenAvailable
Register-ScheduledTask -TaskName "PST" -Force -Action $action -Principal $account -Settings $settings `
    -Trigger (New-ScheduledTaskTrigger -AtStartup) | Out-Null
Start-ScheduledTask -TaskName "PST"

# Tanpa Caddy di depannya, komputer lain di jaringan kantor membuka porta 8000.
if (-not (Get-NetFirewallRule -DisplayName "PST" -ErrorAction SilentlyContinue)) {
    New-NetFirewallRule -DisplayName "PST" -Direction Inbound -Protocol TCP -LocalPort 8000 -Action Allow `
        -Profile Domain,Private | Out-Null
}
Write-Output "Tautan administrator pertama dan kunci yang harus disalin ada di $log"
