package broadsheet.ingest.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the model of blocks")
class BlockModelTest {
    @Test
    void saysOfFourBlocksAtOnceWhatItSaysOfEach() {
        BlockModel model = BlockModel.shipped();
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            float[][] blocks = new float[4][BlockVectors.COUNT];
            for (float[] block : blocks) {
                for (int i = 0; i < block.length; i++) {
                    block[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(4) - 1));
                }
            }
            double[] odds = new double[6];
            model.logOdds(blocks[0], blocks[1], blocks[2], blocks[3], odds, 1);
            assertThat(odds)
                    .as("seed 1, round %d", round)
                    .containsExactly(
                            0,
                            model.logOdds(blocks[0]),
                            model.logOdds(blocks[1]),
                            model.logOdds(blocks[2]),
                            model.logOdds(blocks[3]),
                            0);
        }
    }
}
