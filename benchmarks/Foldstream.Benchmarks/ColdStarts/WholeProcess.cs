using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>A program that is started and runs to its end.</summary>
internal sealed record WholeProcess(string Program, string[] Arguments)
{
    /// <summary>How long it takes, in a folder of its own that is empty.</summary>
    public TimeSpan Time() => Run(static _ => { }).Time;

    /// <summary>How much memory it has at the most, in megabytes of 10^6 bytes; looked at from outside, so it runs longer.</summary>
    public double PeakMegabytes() => Run(Watch).Peak / 1e6;

    private (TimeSpan Time, long Peak) Run(Action<PeakOf> watch)
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-cold-start-");
        try
        {
            var start = new ProcessStartInfo(Program, Arguments) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true };
            var started = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var peak = new PeakOf(process);
            watch(peak);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var took = Stopwatch.GetElapsedTime(started);
            return process.ExitCode == 0 ? (took, peak.Bytes) : throw new InvalidOperationException($"{Program} ended with {process.ExitCode}, so its time means nothing: {output}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Watch(PeakOf peak)
    {
        while (peak.Look())
        {
        }
    }

    private sealed class PeakOf(Process process)
    {
        public long Bytes { get; private set; }

        /// <summary>Looks once; false when it has ended.</summary>
        public bool Look()
        {
            try
            {
                process.Refresh();
                Bytes = Math.Max(Bytes, process.PeakWorkingSet64);
                return !process.HasExited;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }
    }
}
