-- Ends the sessions on a server that is down, once new connections have left it.
--
-- Without this, a session on a worker that went silent hangs until `timeout server`. HAProxy's own
-- `on-marked-down shutdown-sessions` ends them too, but it also cuts the connections that are still being
-- established to that worker, which redispatch would have taken to another one: 3 to 5 of them at 20 a second.
-- So this waits for as long as such a connection may take.

local POLL_MS = 100
local EVERY_SERVER = 10 -- polls between two looks at every server, which cost 16 us each
local UNITS = { ms = 1, s = 1000, m = 60000, h = 3600000, d = 86400000 }

local number, unit = os.getenv("NODEPORT_CONNECT_TIMEOUT"):match("^(%d+)(%a+)$")
local connect_timeout_ms = tonumber(number) * UNITS[unit]

-- By backend: how many servers were usable at the last look, and since when (in ms) each server is down;
-- false once its sessions were ended.
local usable = {}
local down_since = {}

local function now_ms()
    local now = core.now()
    return now.sec * 1000 + now.usec // 1000
end

-- Returns whether the server's sessions are still to be ended.
local function watch(since, name, server)
    if not server:get_stats().status:find("^DOWN") then
        since[name] = nil
    elseif since[name] == nil then
        since[name] = now_ms()
    elseif since[name] and now_ms() - since[name] >= connect_timeout_ms then
        since[name] = false
        server:shut_sess()
    end
    return since[name]
end

local function look(backend, proxy)
    down_since[backend] = down_since[backend] or {}
    usable[backend] = proxy:get_stats().act
    for name, server in pairs(proxy.servers) do
        if watch(down_since[backend], name, server) then
            usable[backend] = nil -- look again at the next poll
        end
    end
end

core.register_task(function()
    local polls = 0
    while true do
        core.msleep(POLL_MS)
        polls = polls + 1
        for backend, proxy in pairs(core.backends) do
            if polls % EVERY_SERVER == 0 or proxy:get_stats().act ~= usable[backend] then
                look(backend, proxy)
            end
        end
    end
end)
