using System.Net;
using System.Net.Sockets;

namespace Foldstream.Postgres.Tests;

/// <summary>A proxy before the server that can swallow its answers and cut connections: the network fails at the worst moment. It counts round trips too.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly int serverPort;
    private readonly Task accepting;
    private int toCut;
    private int roundTrips;

    public CuttingProxy(string connectionString)
    {
        var settings = new Npgsql.NpgsqlConnectionStringBuilder(connectionString);
        serverPort = settings.Port;
        listener.Start();
        settings.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        settings.Host = "127.0.0.1";
        ConnectionString = settings.ConnectionString;
        accepting = AcceptAsync();
    }

    public string ConnectionString { get; }

    /// <summary>How many answers it has swallowed, with their connections.</summary>
    public int Cuts { get; private set; }

    /// <summary>How often a client has spoken after the server did, over all connections: what it sent in one go counts once.</summary>
    public int RoundTrips => Volatile.Read(ref roundTrips);

    /// <summary>The next answers of the server are swallowed after it has done its work, and their connections cut.</summary>
    public void CutNextAnswers(int count = 1) => Interlocked.Exchange(ref toCut, count);

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!ending.IsCancellationRequested)
            _ = ServeAsync(await listener.AcceptTcpClientAsync(ending.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, serverPort, ending.Token);
            var talk = new Talk();
            await Task.WhenAny(CopyAsync(near, far, talk, answers: false), CopyAsync(far, near, talk, answers: true));
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // Both ends close with the method.
        }
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, Talk talk, bool answers)
    {
        var buffer = new byte[65536];
        while (await from.GetStream().ReadAsync(buffer, ending.Token) is > 0 and var length)
        {
            if (talk.Turns(answers) && !answers)
                Interlocked.Increment(ref roundTrips);
            if (answers && Interlocked.Decrement(ref toCut) >= 0)
            {
                Cuts++;
                return;
            }

            await to.GetStream().WriteAsync(buffer.AsMemory(0, length), ending.Token);
        }
    }

    /// <summary>Who spoke last on a connection.</summary>
    private sealed class Talk
    {
        private int last = Server;

        private const int Server = 1;

        public bool Turns(bool answers)
        {
            var now = answers ? Server : 0;
            return Interlocked.Exchange(ref last, now) != now;
        }
    }
}
