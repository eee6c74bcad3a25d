namespace Foldstream.TestKit;

/// <summary>An error or a warning as <c>dotnet build</c> printed it.</summary>
/// <param name="Severity">"error" or "warning".</param>
/// <param name="Id">The id, such as "FS0001".</param>
/// <param name="Message">The message.</param>
/// <param name="Origin">The file, relative to the project, or the tool that reported it, such as "CSC".</param>
/// <param name="Line">The line in the file, from 1; null when none was printed.</param>
public sealed record BuildDiagnostic(string Severity, string Id, string Message, string Origin, int? Line);
