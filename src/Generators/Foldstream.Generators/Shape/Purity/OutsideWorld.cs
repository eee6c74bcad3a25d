using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The members of the framework that depend on more than their arguments, or do more than give a result. What only might is left out.</summary>
internal static class OutsideWorld
{
    private static readonly (ImpurityKind Kind, string Verb) Clock = (ImpurityKind.Ambient, "reads the clock by");
    private static readonly (ImpurityKind Kind, string Verb) Chance = (ImpurityKind.Ambient, "draws at random by");
    private static readonly (ImpurityKind Kind, string Verb) Identity = (ImpurityKind.Ambient, "makes an id by");
    private static readonly (ImpurityKind Kind, string Verb) Input = (ImpurityKind.InputOutput, "uses");

    private static readonly HashSet<string> Devices = new(StringComparer.Ordinal)
    {
        "System.Console",
        "System.Environment",
        "System.Diagnostics.Process",
        "System.IO.Directory",
        "System.IO.DirectoryInfo",
        "System.IO.DriveInfo",
        "System.IO.File",
        "System.IO.FileInfo",
        "System.IO.FileStream",
        "System.IO.FileSystemInfo",
        "System.IO.RandomAccess",
        "System.Net.Dns",
        "System.Net.HttpListener",
        "System.Net.Mail.SmtpClient",
        "System.Net.NetworkInformation.Ping",
        "System.Net.WebClient",
        "System.Net.WebRequest",
        "System.Net.Http.HttpClient",
        "System.Net.Http.HttpMessageInvoker",
        "System.Net.Sockets.Socket",
        "System.Net.Sockets.TcpClient",
        "System.Net.Sockets.TcpListener",
        "System.Net.Sockets.UdpClient",
        "System.Net.WebSockets.ClientWebSocket",
        "System.Threading.Thread",
    };

    /// <summary>What a member does, as the kind and the verb of a message; null where it is pure, or nothing is known of it.</summary>
    public static (ImpurityKind Kind, string Verb)? Find(ISymbol member)
    {
        if (member.ContainingType is not { DeclaringSyntaxReferences.IsEmpty: true } type || !IsSystem(type.ContainingNamespace))
            return null;
        var name = $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
        return OfTime(name, member.Name) ?? OfChance(name, member.Name) ?? (Devices.Contains(name) && member.Name != "NewLine" ? Input : null);
    }

    private static (ImpurityKind Kind, string Verb)? OfTime(string type, string member) => (type, member) switch
    {
        ("System.DateTime" or "System.DateTimeOffset", "Now" or "UtcNow" or "Today") => Clock,
        ("System.Environment", "TickCount" or "TickCount64") => Clock,
        ("System.Diagnostics.Stopwatch", "StartNew" or "GetTimestamp" or "GetElapsedTime" or "Start" or "Elapsed" or "ElapsedTicks" or "ElapsedMilliseconds") => Clock,
        ("System.TimeProvider", "GetUtcNow" or "GetLocalNow" or "GetTimestamp" or "GetElapsedTime") => Clock,
        _ => null,
    };

    private static (ImpurityKind Kind, string Verb)? OfChance(string type, string member) => (type, member) switch
    {
        ("System.Guid", "NewGuid" or "CreateVersion7") => Identity,
        ("System.Random", not ("Shared" or ".ctor")) => Chance,
        ("System.Security.Cryptography.RandomNumberGenerator", _) => Chance,
        _ => null,
    };

    private static bool IsSystem(INamespaceSymbol @namespace) =>
        @namespace.Name == "System" && @namespace.ContainingNamespace.IsGlobalNamespace
        || @namespace.ContainingNamespace is { IsGlobalNamespace: false } outer && IsSystem(outer);
}
